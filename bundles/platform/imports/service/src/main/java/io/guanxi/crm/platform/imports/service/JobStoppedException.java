package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.problem.CrmException;

/** The system went down, or the import service was exchanged, before the job was over. */
class JobStoppedException extends CrmException {

    private static final long serialVersionUID = 1L;

    JobStoppedException() {
        super(
                "interrupted",
                "The import was interrupted by a stop of the system. What it had counted is stored; send the same file again.",
                "导入因系统停止而中断，已统计的记录均已保存，请重新发送同一文件。");
    }
}
