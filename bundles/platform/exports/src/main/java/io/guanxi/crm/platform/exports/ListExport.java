package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** A list that is a file too: everything that matches, not a page of it. {@code T} is what the list is made of. */
public final class ListExport<T> {

    private final String type;
    private final String order;
    private final Class<?> item;
    private final ToLongFunction<T> id;
    private final ExportSources sources;
    private final Clock clock;

    /**
     * @param type of the {@link ExportSource}; the list has the same name
     * @param order of who asks for none, as in the list
     * @param item type of the list's items on the wire
     */
    public ListExport(
            String type, String order, Class<?> item, ToLongFunction<T> id, ExportSources sources, Clock clock) {
        this.type = type;
        this.order = order;
        this.item = item;
        this.id = id;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Streams what matches, in the order of the list.
     *
     * @param known what the list can be filtered and sorted by
     * @param list reads a part of it
     */
    public Response answer(
            ListParameters parameters,
            List<Field> known,
            Function<ListQuery, Slice<T>> list,
            HttpHeaders headers,
            UriInfo uri) {
        ListQuery query = parameters.read(type, known, order, item, clock).query();
        return ExportResponse.of(sources.get(type), new ListBatches<>(query, list, id), headers, uri);
    }
}
