package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.security.Caller;

/**
 * A job that a stop of the system left unfinished.
 *
 * @param undo true where it is the undo that is unfinished
 * @param done what was committed
 */
record LeftJob(long id, ImportRequest request, boolean undo, String spool, Caller caller, Tally done) {}
