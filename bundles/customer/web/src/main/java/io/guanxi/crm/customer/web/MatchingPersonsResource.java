package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.ListBatches;
import io.guanxi.crm.platform.http.BulkBody;
import io.guanxi.crm.platform.http.BulkStart;
import io.guanxi.crm.platform.http.BulkView;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.ListQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Every person that a customer's list matches: as a file, or changed at once. Its path is that of their list: of two that differ, only the longer is asked. */
@Path("customers/{customerId}/persons")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class MatchingPersonsResource {

    private final Neighbour<Persons> persons;
    private final ExportSources sources;
    private final BulkStart bulk;
    private final Clock clock;

    MatchingPersonsResource(
            Neighbour<Persons> persons, ExportSources sources, Neighbour<BulkChanges> changes, Clock clock) {
        this.persons = persons;
        this.sources = sources;
        this.bulk = new BulkStart(changes, "persons");
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response persons(
            @PathParam("customerId") String customer,
            @BeanParam ListParameters parameters,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        CustomerId id = new CustomerId(Ids.inPath(customer));
        ListQuery query = parameters.everything(persons.get().fields(), clock);
        return ExportResponse.of(sources.get("persons"), matching(id, query), headers, uri);
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Archives, restores or patches many persons of a customer",
            description = "Those of ids, or all that q and filter match; a job of /bulk-changes.")
    @ApiResponse(
            responseCode = "202",
            description = "the change is queued",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    public Response bulk(
            @PathParam("customerId") String customer,
            BulkBody body,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        CustomerId id = new CustomerId(Ids.inPath(customer));
        return bulk.answer(
                body,
                PersonBody.class,
                Optional.of(id.value()),
                () -> matching(id, body.query(persons.get().fields(), clock))::next,
                uri,
                language);
    }

    private IdBatches matching(CustomerId customer, ListQuery query) {
        return new ListBatches<>(query, part -> persons.get().ids(new PersonQuery(customer, part)), PersonId::value);
    }
}
