package io.guanxi.crm.platform.fields.rights;

import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides what a caller may not see of records of one Java type, and keeps it when they send the record back. The names of its
 * components are the codes of its fields; a nested record's components stand for themselves, those of a list's items below the
 * list: {@code addresses.city}.
 */
public final class FieldGuard<T extends Record> {

    private final Class<T> type;
    private final Map<String, String> codes;
    private final Set<String> nested;
    private final Map<String, Object> blanks;

    /**
     * @param codes of components that are called otherwise
     * @param nested components whose own components are fields
     * @param blanks what hidden components that can't be empty show
     */
    public FieldGuard(Class<T> type, Map<String, String> codes, Set<String> nested, Map<String, Object> blanks) {
        this.type = type;
        this.codes = Map.copyOf(codes);
        this.nested = Set.copyOf(nested);
        this.blanks = Map.copyOf(blanks);
    }

    /** The record as a caller with these rights sees it. */
    public T shown(T record, FieldRights rights) {
        return rights.everything() ? record : rebuilt(type, record, record, rights, null);
    }

    /**
     * What a caller wants who saw {@code before} through {@link #shown}: what they may not change is as it was. A change of it
     * goes to {@code errors}. Custom fields that may be read are left for {@link CustomRights#check}.
     */
    public T wanted(T before, T wanted, FieldRights rights, FieldErrors errors) {
        return rights.everything() ? wanted : rebuilt(type, before, wanted, rights, errors);
    }

    static void refuse(String field, FieldErrors errors) {
        errors.add(field, "not-allowed", "You may not change this field.", "您无权修改此字段。");
    }

    // Without errors to tell, the record is only shown.
    private <R> R rebuilt(
            Class<R> recordType, Object before, Object after, FieldRights rights, @Nullable FieldErrors errors) {
        RecordComponent[] components = recordType.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object was = value(components[i], before);
            Object now = value(components[i], after);
            values[i] = nested.contains(components[i].getName())
                    ? rebuilt(components[i].getType(), was, now, rights, errors)
                    : component(components[i].getName(), was, now, rights, errors);
        }
        return made(recordType, values);
    }

    private Object component(String name, Object was, Object now, FieldRights rights, @Nullable FieldErrors errors) {
        if (was instanceof CustomValues custom) {
            return errors == null
                    ? CustomRights.shown(custom, rights)
                    : CustomRights.wanted(custom, (CustomValues) now, rights, errors);
        }
        String code = codes.getOrDefault(name, name);
        if (rights.writes(code)) {
            return now;
        }
        Object seen = shown(name, code, was, rights);
        if (errors == null) {
            return seen;
        }
        if (!seen.equals(now)) {
            refuse(code, errors);
        }
        return was;
    }

    private Object shown(String name, String code, Object value, FieldRights rights) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .flatMap(item -> item(code, item, rights).stream())
                    .toList();
        }
        FieldRight right = rights.of(code);
        if (right.compareTo(FieldRight.READ) >= 0) {
            return value;
        }
        if (value instanceof Optional<?> some) {
            return right == FieldRight.MASK ? some.flatMap(FieldGuard::masked) : Optional.empty();
        }
        return Optional.ofNullable(blanks.get(name)).orElse(value);
    }

    // Of items that have fields of their own each is shown by itself, as long as something is left.
    private static Optional<Object> item(String list, Object item, FieldRights rights) {
        if (item instanceof Record record && rights.limits().keySet().stream().noneMatch(list::equals)) {
            return Optional.of(part(list, record, rights));
        }
        return switch (rights.of(list)) {
            case NONE -> Optional.empty();
            case MASK -> masked(item);
            case READ, WRITE -> Optional.of(item);
        };
    }

    private static Object part(String list, Record record, FieldRights rights) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> {
                    Object value = value(component, record);
                    FieldRight right = rights.of(list + "." + component.getName());
                    return right.compareTo(FieldRight.READ) < 0 && value instanceof Optional<?> some
                            ? right == FieldRight.MASK ? some.flatMap(FieldGuard::masked) : Optional.empty()
                            : value;
                })
                .toArray();
        return made(record.getClass(), values);
    }

    private static Optional<Object> masked(Object value) {
        return value instanceof String text ? Optional.of(MaskedText.of(text)) : Optional.empty();
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a record that is not public: " + record.getClass(), e);
        }
    }

    private static <R> R made(Class<R> type, Object[] values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a record that is not public: " + type, e);
        }
    }
}
