package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.ActKind;

/** Where an entry of the trail lies. */
enum Source {
    CHANGE("C"),
    ACT("A"),
    /** An act of reading, which may be gone after a while. */
    READING("R");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Source of(ActKind kind) {
        return kind.isReading() ? READING : ACT;
    }

    static Source of(String code) {
        return code.equals("C") ? CHANGE : code.equals("A") ? ACT : READING;
    }
}
