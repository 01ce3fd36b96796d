package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.HistoryPages;
import io.guanxi.crm.platform.http.HistoryPages.ChangeView;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.PersonalData;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The people at a customer. */
@Path("customers/{customerId}/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "persons")
public class PersonResource {

    private final Neighbour<Persons> persons;
    private final Neighbour<ChangeHistory> history;
    private final Clock clock;

    public PersonResource(Neighbour<Persons> persons, Neighbour<ChangeHistory> history, Clock clock) {
        this.persons = persons;
        this.history = history;
        this.clock = clock;
    }

    @GET
    @PersonalData("person")
    @Operation(summary = "The persons of a customer, searched, filtered and sorted")
    public Page<PersonView> list(@PathParam("customerId") String customer, @BeanParam ListParameters parameters) {
        Persons known = persons.get();
        ListRequest<PersonView> request = parameters.read("persons", known.fields(), "name", PersonView.class, clock);
        PersonQuery query = new PersonQuery(idOf(customer), request.query());
        return request.page(known.list(query), PersonView::of, () -> known.count(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a person to a customer")
    public Response add(@PathParam("customerId") String customer, PersonBody body, @Context UriInfo uri) {
        Person person = persons.get().add(idOf(customer), body.toData());
        return Versioned.created(uri, person.id(), person.version(), PersonView.of(person));
    }

    @GET
    @PersonalData("person")
    @Path("{id}")
    @Operation(summary = "One person")
    public Response get(@PathParam("customerId") String customer, @PathParam("id") String id) {
        return shown(found(customer, id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes a person: JSON Merge Patch with If-Match")
    public Response patch(
            @PathParam("customerId") String customer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode patch) {
        long version = ETags.version(ifMatch);
        Person person = found(customer, id);
        ETags.require(ifMatch, person.version());
        PersonView shown = PersonView.of(person);
        PersonBody wanted = MergePatch.apply(shown, shown.data(), patch, PersonBody.class, PersonView.READ_ONLY);
        return shown(persons.get().change(person.customer(), person.id(), version, data -> wanted.toData()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Archives a person; nothing is deleted")
    public void archive(@PathParam("customerId") String customer, @PathParam("id") String id) {
        persons.get().archive(idOf(customer), new PersonId(Ids.inPath(id)));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Brings an archived person back")
    public Response restore(@PathParam("customerId") String customer, @PathParam("id") String id) {
        return shown(persons.get().restore(idOf(customer), new PersonId(Ids.inPath(id))));
    }

    @GET
    @PersonalData("person")
    @Path("{id}/history")
    @Operation(summary = "Who changed what of a person, newest first")
    public Page<ChangeView> history(
            @PathParam("customerId") String customer,
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return HistoryPages.page(
                history.get(), "person", found(customer, id).id().value(), fields, limit, after);
    }

    private Person found(String customer, String id) {
        PersonId person = new PersonId(Ids.inPath(id));
        return persons.get().find(idOf(customer), person).orElseThrow(() -> new UnknownPersonException(person));
    }

    private static CustomerId idOf(String customer) {
        return new CustomerId(Ids.inPath(customer));
    }

    private static Response shown(Person person) {
        return Versioned.ok(person.version(), PersonView.of(person));
    }
}
