package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.Field;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a list of records, whatever their type.
 *
 * @param text what was typed into a search box
 * @param after where the page before ended; empty for the first page
 * @param limit most records of a page, at least 1
 */
public record ListQuery(
        Optional<String> text, Optional<Filter> filter, SortOrder sort, Optional<Position> after, int limit) {

    /** All records in this order. */
    public static ListQuery all(SortOrder sort, int limit) {
        return new ListQuery(Optional.empty(), Optional.empty(), sort, Optional.empty(), limit);
    }

    /** The same of a search for this text. */
    public ListQuery search(String newText) {
        return new ListQuery(Optional.of(newText), filter, sort, after, limit);
    }

    /** The same with this filter. */
    public ListQuery where(Filter newFilter) {
        return new ListQuery(text, Optional.of(newFilter), sort, after, limit);
    }

    /**
     * The same with its text made a part of the filter, for lists that keep no index of texts: a record matches where one of
     * these fields has the text in it.
     */
    public ListQuery searchedIn(List<Field> fields) {
        if (text.isEmpty()) {
            return this;
        }
        List<Operand> words = List.of(new Operand.Words("*" + text.get().replace("*", "\\*") + "*"));
        Filter found = new Filter.Or(fields.stream()
                .map(field -> (Filter) new Filter.Comparison(field, Operator.LIKE, words))
                .toList());
        return where(filter.map(before -> before.and(found)).orElse(found));
    }

    /** The same in another order. */
    public ListQuery sorted(SortOrder newSort) {
        return new ListQuery(text, filter, newSort, after, limit);
    }

    /** The same with parts of this size. */
    public ListQuery limited(int newLimit) {
        return new ListQuery(text, filter, sort, after, newLimit);
    }

    /** The part behind this position, of at most this size. */
    public ListQuery after(Position position, int newLimit) {
        return new ListQuery(text, filter, sort, Optional.of(position), newLimit);
    }

    /** The same from its beginning, in parts of this size. */
    public ListQuery fromTheBeginning(int newLimit) {
        return new ListQuery(text, filter, sort, Optional.empty(), newLimit);
    }

    /** True where the filter names the values that this field may have. */
    public boolean fixes(String code) {
        return filter.filter(f -> fixes(f, code)).isPresent();
    }

    private static boolean fixes(Filter filter, String code) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().anyMatch(part -> fixes(part, code));
        }
        return filter instanceof Filter.Comparison comparison
                && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN)
                && comparison.field().code().equals(code);
    }
}
