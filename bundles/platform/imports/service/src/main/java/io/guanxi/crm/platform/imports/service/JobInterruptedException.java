package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.problem.CrmException;

/** A stop of the system took the file with it. */
class JobInterruptedException extends CrmException {

    private static final long serialVersionUID = 1L;

    JobInterruptedException() {
        super(
                "interrupted",
                "The import was interrupted by a stop of the system, and its file is gone. What it had counted is stored; send"
                        + " the same file again.",
                "导入因系统停止而中断，且文件已丢失。已统计的记录均已保存，请重新发送同一文件。");
    }
}
