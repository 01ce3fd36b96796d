package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records that values point to are there; asked once for each type, also for many values. */
final class References {

    private final Neighbour<FieldCatalog> catalog;
    private final Map<String, Set<Long>> asked = new HashMap<>();
    private final Map<String, Set<Long>> known = new HashMap<>();

    References(Neighbour<FieldCatalog> catalog) {
        this.catalog = catalog;
    }

    /** Looks up what these values point to, all at once. */
    void expect(List<CustomField> fields, Collection<CustomValues> values) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        for (CustomField custom : fields) {
            if (custom.field().type() == FieldType.REFERENCE) {
                Set<Long> ids =
                        wanted.computeIfAbsent(custom.field().reference().orElseThrow(), type -> new HashSet<>());
                values.forEach(v -> v.get(custom.code()).ifPresent(value -> addId(value, ids)));
            }
        }
        wanted.forEach(this::ask);
    }

    private static void addId(FieldValue value, Set<Long> ids) {
        if (value instanceof ReferenceValue reference) {
            ids.add(reference.id());
        } else if (value instanceof TextValue text && text.text().matches("[1-9][0-9]{0,17}")) {
            ids.add(Long.valueOf(text.text()));
        }
    }

    private void ask(String type, Set<Long> ids) {
        Set<Long> fresh = new HashSet<>(ids);
        fresh.removeAll(asked.computeIfAbsent(type, t -> new HashSet<>()));
        if (!fresh.isEmpty()) {
            asked.computeIfAbsent(type, t -> new HashSet<>()).addAll(fresh);
            known.computeIfAbsent(type, t -> new HashSet<>())
                    .addAll(catalog.get().existing(type, fresh));
        }
    }

    boolean exists(Field field, FieldValue value, FieldErrors errors) {
        if (!(value instanceof ReferenceValue reference)) {
            return true;
        }
        String type = field.reference().orElseThrow();
        ask(type, Set.of(reference.id()));
        if (known.getOrDefault(type, Set.of()).contains(reference.id())) {
            return true;
        }
        errors.add(field.code(), "unknown-record", "There is no such record.", "没有这条记录。");
        return false;
    }
}
