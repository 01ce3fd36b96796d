package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list is sorted by, the most important first. Records without a value come last; ties are resolved by id, which is
 * the order in which they were registered.
 */
public record SortOrder(List<Key> keys) {

    /** Most fields to sort by. */
    public static final int MAX_KEYS = 4;

    /** Where a search has an order of its own: the nearest to what was typed first. */
    public static final String BEST_MATCH = "match";

    /** By id alone: read along the primary key, so that nothing is sorted, however long the list is. */
    public static final SortOrder BY_ID = new SortOrder(List.of());

    /** A field, and whether its greatest values come first. */
    public record Key(Field field, boolean descending) {}

    public SortOrder {
        keys = List.copyOf(keys);
    }

    /** What is looked at first; empty where the order is by id alone. */
    public Optional<Key> first() {
        return keys.stream().findFirst();
    }

    /**
     * Understands {@code -createdAt,name}.
     *
     * @param fields what may be named, as far as it is sortable
     * @throws InvalidFilterException naming {@code sort}
     */
    public static SortOrder parse(String text, List<Field> fields) {
        List<Key> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String word : text.split(",", -1)) {
            boolean descending = word.strip().startsWith("-");
            String code = descending ? word.strip().substring(1) : word.strip();
            Field field = fields.stream()
                    .filter(f -> f.use().sortable() && f.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> unknown(fields));
            if (!seen.add(code) || keys.size() == MAX_KEYS) {
                throw refused("Name at most " + MAX_KEYS + " fields, each once.", "最多 " + MAX_KEYS + " 个字段，且不可重复。");
            }
            keys.add(new Key(field, descending));
        }
        return new SortOrder(keys);
    }

    /** The order as {@link #parse} would read it; blank for {@link #BY_ID}. */
    public String text() {
        return keys.stream()
                .map(key -> (key.descending() ? "-" : "") + key.field().code())
                .collect(Collectors.joining(","));
    }

    private static InvalidFilterException unknown(List<Field> fields) {
        String codes = fields.stream()
                .filter(field -> field.use().sortable())
                .map(Field::code)
                .collect(Collectors.joining(", "));
        return refused("Sort by: " + codes + ".", "可排序的字段：" + codes + "。");
    }

    private static InvalidFilterException refused(String en, String zh) {
        return new InvalidFilterException(FieldError.of("sort", "unknown-value", en, zh));
    }
}
