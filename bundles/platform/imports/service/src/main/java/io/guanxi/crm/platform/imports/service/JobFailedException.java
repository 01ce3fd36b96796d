package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.problem.CrmException;

/** Something unforeseen; the log has it. */
class JobFailedException extends CrmException {

    private static final long serialVersionUID = 1L;

    JobFailedException() {
        super(
                "internal-error",
                "The job broke off; the log tells why. What it had counted is stored; it may be started again.",
                "任务意外中断，原因见日志。已统计的记录均已保存，可重新开始。");
    }
}
