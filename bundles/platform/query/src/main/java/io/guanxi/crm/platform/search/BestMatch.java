package io.guanxi.crm.platform.search;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which what was searched for is best shown: by the term that it was found by. Who is called just as typed comes
 * before those with longer names, and the index of terms has this order, so that a page costs the same however many are found.
 */
public final class BestMatch {

    /** What lists that are searched by a {@link TermTable} can be sorted by, beside their own fields. */
    public static final Field FIELD = Field.of(
            SortOrder.BEST_MATCH, FieldType.TEXT, "Best match", "最佳匹配", new FieldUse(true, false, true, false, false));

    /** Where the term lies: {@link TermTable#found} is called F. */
    public static final Column COLUMN = Column.Own.of("F.TERM", Storage.TEXT);

    private static final SortOrder ALONE = new SortOrder(List.of(new SortOrder.Key(FIELD, false)));

    private BestMatch() {}

    /** These fields and {@link #FIELD}. */
    public static List<Field> with(List<Field> fields) {
        List<Field> all = new ArrayList<>(fields);
        all.add(FIELD);
        return List.copyOf(all);
    }

    /** True where terms are a part of the order. */
    public static boolean isAsked(SortOrder sort) {
        return sort.keys().stream().anyMatch(key -> key.field().code().equals(FIELD.code()));
    }

    /** The query where nothing is searched by terms: in this order, if it asked for the best matches first. */
    public static ListQuery without(ListQuery query, SortOrder instead) {
        return isAsked(query.sort()) ? query.sorted(instead) : query;
    }

    /** True for the first page in this order and no other. */
    static boolean isFirstPage(ListQuery query) {
        return query.after().isEmpty() && query.sort().text().equals(ALONE.text());
    }
}
