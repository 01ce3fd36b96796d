package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.ListBatches;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.ListQuery;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
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
    private final Clock clock;

    CustomerExportResource(
            Neighbour<CustomerArchive> archive, Neighbour<Persons> persons, ExportSources sources, Clock clock) {
        this.archive = archive;
        this.persons = persons;
        this.sources = sources;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response customers(
            @BeanParam ListParameters parameters,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("archived") @Nullable String archived,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = parameters
                .read("customers", archive.get().fields(), "name", CustomerItem.class, clock)
                .query();
        Optional<CustomerKind> only = Params.constant("kind", kind, CustomerKind.class);
        boolean put = Params.flag("archived", archived, false);
        return ExportResponse.of(
                sources.get("customers"),
                new ListBatches<>(
                        query, part -> archive.get().list(new CustomerQuery(part, only, put)), entry -> entry.id()
                                .value()),
                headers,
                uri);
    }

    @GET
    @Path("{customerId}/persons")
    @Operation(hidden = true)
    public Response persons(
            @PathParam("customerId") String customer,
            @BeanParam ListParameters parameters,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        CustomerId id = new CustomerId(Ids.inPath(customer));
        ListQuery query = parameters
                .read("persons", persons.get().fields(), "name", PersonView.class, clock)
                .query();
        return ExportResponse.of(
                sources.get("persons"),
                new ListBatches<>(query, part -> persons.get().list(new PersonQuery(id, part)), person -> person.id()
                        .value()),
                headers,
                uri);
    }
}
