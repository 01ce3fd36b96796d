package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.ListExport;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** The persons of a customer as a file. Its path is that of their list: of two that differ, only the longer is asked. */
@Path("customers/{customerId}/persons")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class PersonExportResource {

    private final Neighbour<Persons> persons;
    private final ListExport<Person> export;

    PersonExportResource(Neighbour<Persons> persons, ExportSources sources, Clock clock) {
        this.persons = persons;
        this.export = new ListExport<>(
                "persons", "name", PersonView.class, entry -> entry.id().value(), sources, clock);
    }

    @GET
    @Operation(hidden = true)
    public Response persons(
            @PathParam("customerId") String customer,
            @BeanParam ListParameters parameters,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        CustomerId id = new CustomerId(Ids.inPath(customer));
        return export.answer(
                parameters,
                persons.get().fields(),
                part -> persons.get().list(new PersonQuery(id, part)),
                headers,
                uri);
    }
}
