package io.guanxi.crm.platform.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two states of a record. */
public final class FieldChanges {

    private FieldChanges() {}

    /**
     * The fields that differ, in the order of the maps.
     *
     * @param before the record's fields as {@link WireJson} writes them; an empty {@code Optional} or collection, and a
     *     missing key, mean that there is nothing
     */
    public static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
        Set<String> fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            Object old = before.get(field);
            Object fresh = after.get(field);
            if (!Objects.equals(old, fresh)) {
                FieldChange change = new FieldChange(field, json(old), json(fresh));
                if (!change.before().equals(change.after())) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static Optional<String> json(@Nullable Object value) {
        return value == null || WireJson.isAbsent(value) ? Optional.empty() : Optional.of(WireJson.write(value));
    }
}
