package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRequest;

/**
 * A job in the hands of a runner.
 *
 * @param runner a token of the service that runs it; once another one has taken the job over, this one writes no more
 */
record RunningJob(long id, String runner, ImportRequest request) {}
