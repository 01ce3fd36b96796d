package io.guanxi.crm.platform.security.service;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What users, roles, departments and keys hold, field by field, for the history. */
final class Told {

    private Told() {}

    static Map<String, Object> fields(Optional<? extends Record> data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        data.ifPresent(some -> {
            for (RecordComponent component : some.getClass().getRecordComponents()) {
                try {
                    fields.put(
                            component.getName(), ordered(component.getAccessor().invoke(some)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException("a record that is not public: " + some.getClass(), e);
                }
            }
        });
        return fields;
    }

    // Sets have no order: without one of ours, the same would look changed.
    private static Object ordered(Object value) {
        if (value instanceof Set<?> set) {
            return sorted(set);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(key.toString(), ordered(one)));
            return sorted;
        }
        return value;
    }

    private static Object sorted(Collection<?> all) {
        return all.stream().map(Object::toString).sorted().toList();
    }
}
