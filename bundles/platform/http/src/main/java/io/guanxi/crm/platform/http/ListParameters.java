package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * What every list can be asked for; a resource takes it as {@code @BeanParam}. The parameters are properties too, because
 * that is how the OpenAPI document finds them.
 */
public final class ListParameters {

    @JsonProperty
    @QueryParam("q")
    private @Nullable String q;

    @JsonProperty
    @QueryParam("filter")
    private @Nullable String filter;

    @JsonProperty
    @QueryParam("sort")
    private @Nullable String sort;

    @JsonProperty
    @QueryParam("limit")
    private @Nullable String limit;

    @JsonProperty
    @QueryParam("after")
    private @Nullable String after;

    @JsonProperty
    @QueryParam("count")
    private @Nullable String count;

    @JsonProperty
    @QueryParam("fields")
    private @Nullable String fields;

    @JsonProperty
    @QueryParam("tz")
    private @Nullable String tz;

    /** Made by JAX-RS. */
    public ListParameters() {
        // the parameters are set in the fields
    }

    /**
     * Understands all of them.
     *
     * @param list such as {@code customers}; cursors of one list are no good for another
     * @param known what the list can be filtered and sorted by
     * @param order of who asks for none, such as {@code name}; a search begins with the best matches where {@code known} has
     *     {@link SortOrder#BEST_MATCH}
     * @param item type of the items on the wire, whose fields {@code fields} may name
     * @param clock tells what {@code today} means, in the zone of the parameter {@code tz} or else of this machine
     * @throws MalformedRequestException naming the parameter; so does
     *     {@link io.guanxi.crm.platform.query.InvalidFilterException}
     */
    public <T> ListRequest<T> read(String list, List<Field> known, String order, Class<T> item, Clock clock) {
        Paging paging = Paging.of(limit, after, count);
        ListQuery query = query(known, Optional.of(order), clock);
        SortOrder by = query.sort();
        String cursors = list + ":" + by.text();
        return new ListRequest<>(
                cursors,
                new ListQuery(
                        query.text(),
                        query.filter(),
                        by,
                        paging.after().map(cursor -> Positions.decode(cursors, cursor, by)),
                        paging.limit()),
                paging.count(),
                Projection.of(fields, item));
    }

    /**
     * Everything that is looked for, as a file is asked for: in the order of {@code sort}, else by id, so that who wants no
     * order doesn't wait for one. What is about pages is set aside.
     */
    public ListQuery everything(List<Field> known, Clock clock) {
        return query(known, Optional.empty(), clock);
    }

    private ListQuery query(List<Field> known, Optional<String> order, Clock clock) {
        ZoneId zone = Params.zone("tz", tz).orElseGet(ZoneId::systemDefault);
        Optional<String> typed = Params.text("q", q);
        List<Field> named = typed.isPresent()
                ? known
                : known.stream().filter(f -> !isBestMatch(f)).toList();
        boolean ranked = named.stream().anyMatch(ListParameters::isBestMatch);
        SortOrder by = Params.text("sort", sort)
                .or(() -> order.map(usual -> ranked ? SortOrder.BEST_MATCH : usual))
                .map(text -> SortOrder.parse(text, named))
                .orElse(SortOrder.BY_ID);
        return new ListQuery(
                typed,
                written(filter).map(text -> Filter.parse(text, known, clock, zone)),
                by,
                Optional.empty(),
                Paging.DEFAULT_LIMIT);
    }

    private static boolean isBestMatch(Field field) {
        return field.code().equals(SortOrder.BEST_MATCH);
    }

    /** The same parameters where they come in a body. */
    static ListParameters of(@Nullable String q, @Nullable String filter, @Nullable String tz) {
        ListParameters parameters = new ListParameters();
        parameters.q = q;
        parameters.filter = filter;
        parameters.tz = tz;
        return parameters;
    }

    private static Optional<String> written(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return Optional.empty();
        }
        Texts.requireClean("filter", filter);
        return Optional.of(filter);
    }
}
