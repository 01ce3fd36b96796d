package io.guanxi.crm.platform.fields;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the custom fields of a record hold.
 *
 * @param byCode the value of each field that has one, by the field's code without {@value Field#CUSTOM}
 */
public record CustomValues(SortedMap<String, FieldValue> byCode) {

    public static final CustomValues NONE = new CustomValues(new TreeMap<>());

    public CustomValues {
        byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
    }

    public static CustomValues of(Map<String, FieldValue> byCode) {
        return byCode.isEmpty() ? NONE : new CustomValues(new TreeMap<>(byCode));
    }

    public static CustomValues of(String code, FieldValue value) {
        return NONE.with(code, value);
    }

    public Optional<FieldValue> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public boolean isEmpty() {
        return byCode.isEmpty();
    }

    /** The same values, this field holding this one. */
    public CustomValues with(String code, FieldValue value) {
        SortedMap<String, FieldValue> values = new TreeMap<>(byCode);
        values.put(code, value);
        return new CustomValues(values);
    }

    /** The same values, this field being empty. */
    public CustomValues without(String code) {
        SortedMap<String, FieldValue> values = new TreeMap<>(byCode);
        values.remove(code);
        return values.isEmpty() ? NONE : new CustomValues(values);
    }
}
