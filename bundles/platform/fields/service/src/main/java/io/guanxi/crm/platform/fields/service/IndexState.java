package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;

/** Whether a field has an index, and whether everything is in it. */
enum IndexState {
    NONE,
    FILLING,
    READY;

    static IndexState of(CustomField field) {
        if (field.indexing()) {
            return FILLING;
        }
        return field.indexed() ? READY : NONE;
    }
}
