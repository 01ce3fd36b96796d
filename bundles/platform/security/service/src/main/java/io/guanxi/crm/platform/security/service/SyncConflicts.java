package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.OutsideUser;
import io.guanxi.crm.platform.security.SyncConflict;
import java.util.ArrayList;
import java.util.List;

/** What could not be taken over of a provider. */
final class SyncConflicts {

    private static final int LONGEST = 200;

    private final List<SyncConflict> found = new ArrayList<>();

    void of(OutsideUser user, String code, String en, String zh) {
        add(OwnTypes.USER, user.externalId(), user.name(), code, new Text(en, zh));
    }

    void of(OutsideUser user, FieldError error) {
        add(OwnTypes.USER, user.externalId(), user.name(), error.code(), error.message());
    }

    void of(OutsideDepartment department, String code, String en, String zh) {
        add(OwnTypes.DEPARTMENT, department.externalId(), department.name(), code, new Text(en, zh));
    }

    void of(OutsideDepartment department, CrmException failure) {
        FieldError first = failure.firstError("name");
        add(OwnTypes.DEPARTMENT, department.externalId(), department.name(), first.code(), first.message());
    }

    void add(String recordType, String externalId, String name, String code, Text text) {
        found.add(new SyncConflict(recordType, shown(externalId), shown(name), code, text));
    }

    List<SyncConflict> found() {
        return List.copyOf(found);
    }

    // What comes from outside may be anything.
    private static String shown(String text) {
        String legible = text.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
        return legible.substring(
                0, legible.offsetByCodePoints(0, Math.min(LONGEST / 2, legible.codePointCount(0, legible.length()))));
    }
}
