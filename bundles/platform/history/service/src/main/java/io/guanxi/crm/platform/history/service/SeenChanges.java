package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.List;

/** Changes without the fields that a caller may not read; that something was changed is no secret. */
final class SeenChanges {

    private SeenChanges() {}

    static ChangeEntry of(ChangeEntry entry, FieldRights rights) {
        Change change = entry.change();
        return new ChangeEntry(
                entry.id(),
                new Change(
                        change.recordType(),
                        change.recordId(),
                        change.kind(),
                        change.at(),
                        change.by(),
                        of(change.fields(), rights)));
    }

    static List<FieldChange> of(List<FieldChange> fields, FieldRights rights) {
        return rights.everything()
                ? fields
                : fields.stream().filter(field -> rights.reads(field.field())).toList();
    }
}
