package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The list of interactions as a file: every matching one, not a page. */
@Path("interactions")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class InteractionExportResource {

    private final Neighbour<ContactLog> log;
    private final ExportSources sources;

    InteractionExportResource(Neighbour<ContactLog> log, ExportSources sources) {
        this.log = log;
        this.sources = sources;
    }

    @GET
    @Operation(hidden = true)
    public Response interactions(
            @QueryParam("customerId") @Nullable String customerId, @Context HttpHeaders headers, @Context UriInfo uri) {
        Optional<CustomerId> customer =
                Params.text("customerId", customerId).map(id -> new CustomerId(Ids.inField("customerId", id)));
        return ExportResponse.of(sources.get("interactions"), new Pages(log, customer), headers, uri);
    }

    /** The ids of a list, page by page. */
    private static final class Pages implements IdBatches {

        private final Neighbour<ContactLog> log;
        private final Optional<CustomerId> customer;
        private Optional<InteractionQuery.Position> after = Optional.empty();

        Pages(Neighbour<ContactLog> log, Optional<CustomerId> customer) {
            this.log = log;
            this.customer = customer;
        }

        @Override
        public long[] next() {
            List<Interaction> page = log.get().list(new InteractionQuery(customer, after, SIZE));
            if (!page.isEmpty()) {
                Interaction last = page.get(page.size() - 1);
                after = Optional.of(new InteractionQuery.Position(
                        last.data().at(), last.id().value()));
            }
            return page.stream().mapToLong(i -> i.id().value()).toArray();
        }
    }
}
