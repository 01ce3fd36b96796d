package io.guanxi.crm.platform.imports.service;

/** Somebody cancelled the job. */
class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
