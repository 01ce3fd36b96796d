package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Paging;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The lists of customers and persons as files: every matching record, not a page. */
@Path("customers")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class CustomerExportResource {

    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<Persons> persons;
    private final ExportSources sources;

    CustomerExportResource(Neighbour<CustomerArchive> archive, Neighbour<Persons> persons, ExportSources sources) {
        this.archive = archive;
        this.persons = persons;
        this.sources = sources;
    }

    @GET
    @Operation(hidden = true)
    public Response customers(
            @QueryParam("q") @Nullable String q,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("archived") @Nullable String archived,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        CustomerListing listing = CustomerListing.of(q, kind, sort, archived, Paging.of(null, null));
        return ExportResponse.of(sources.get("customers"), new Pages(archive, listing), headers, uri);
    }

    @GET
    @Path("{customerId}/persons")
    @Operation(hidden = true)
    public Response persons(
            @PathParam("customerId") String customer, @Context HttpHeaders headers, @Context UriInfo uri) {
        CustomerId id = new CustomerId(Ids.inPath(customer));
        long[] ids = persons.get().of(id).stream()
                .mapToLong(person -> person.id().value())
                .toArray();
        return ExportResponse.of(sources.get("persons"), IdBatches.of(ids), headers, uri);
    }

    /** The ids of a list, page by page. */
    private static final class Pages implements IdBatches {

        private final Neighbour<CustomerArchive> archive;
        private final CustomerQuery query;
        private Optional<CustomerQuery.Position> after = Optional.empty();

        Pages(Neighbour<CustomerArchive> archive, CustomerListing listing) {
            this.archive = archive;
            this.query = listing.query();
        }

        @Override
        public long[] next() {
            List<CustomerEntry> page = archive.get()
                    .list(new CustomerQuery(
                            query.text(),
                            query.kind(),
                            query.archived(),
                            query.sort(),
                            query.descending(),
                            after,
                            SIZE));
            if (!page.isEmpty()) {
                CustomerEntry last = page.get(page.size() - 1);
                after = Optional.of(new CustomerQuery.Position(
                        CustomerListing.value(query, last), last.id().value()));
            }
            return page.stream().mapToLong(entry -> entry.id().value()).toArray();
        }
    }
}
