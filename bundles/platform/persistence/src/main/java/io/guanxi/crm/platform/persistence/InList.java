package io.guanxi.crm.platform.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Values for {@code IN (?, ?, …)}, filled up to a power of two by repeating the last one: a handful of statements serves
 * lists of every length, so that databases find them prepared.
 *
 * @param values at least one, at most {@value #MOST}; bind each to a mark
 */
public record InList<T>(List<T> values) {

    public static final int MOST = 512;

    /** The distinct values in lists of at most {@value #MOST}, in their order; none for no values. */
    public static <T> List<InList<T>> of(Collection<T> values) {
        List<T> distinct = new ArrayList<>(new LinkedHashSet<>(values));
        List<InList<T>> lists = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += MOST) {
            lists.add(new InList<>(padded(distinct.subList(start, Math.min(start + MOST, distinct.size())))));
        }
        return lists;
    }

    private static <T> List<T> padded(List<T> values) {
        List<T> result = new ArrayList<>(values);
        while (Integer.bitCount(result.size()) != 1) {
            result.add(values.get(values.size() - 1));
        }
        return List.copyOf(result);
    }

    /** As many marks as there are values: {@code ?, ?, ?}. */
    public String marks() {
        return "?" + ", ?".repeat(values.size() - 1);
    }
}
