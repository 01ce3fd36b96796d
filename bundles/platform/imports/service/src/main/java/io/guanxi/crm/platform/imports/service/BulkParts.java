package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkTarget;

/** What the runs of changes of many records write to. */
record BulkParts(Attempts<BulkTarget> attempts, JobTable jobs, RejectTable rejects, UndoTable undo) {}
