package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.problem.Text;

/** A source that was there once. */
record SourceRow(String name, int ordinal, Text label) {

    static final int COPIES = 100;

    static SourceRow of(PersonalDataSource source) {
        return new SourceRow(source.name(), ordinal(source), source.label());
    }

    // Who has records that stand for persons comes first: after that no new copies are made.
    private static int ordinal(PersonalDataSource source) {
        if (source.stage() == PersonalDataSource.Stage.COPIES) {
            return COPIES;
        }
        return source.subjects().isEmpty() ? 1 : 0;
    }

    boolean isOfCopies() {
        return ordinal >= COPIES;
    }
}
