package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.problem.CrmException;

/** The system goes down, the import service is exchanged, or another one has taken the job over: the job goes on later. */
class JobStoppedException extends CrmException {

    private static final long serialVersionUID = 1L;

    JobStoppedException() {
        super("stopped", "The import goes on with the next start of the system.", "导入将在系统下次启动后继续。");
    }
}
