package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.http.PersonalData;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The people at all customers: to find one of them, or what somebody with this id is called. */
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "persons")
public class AllPersonsResource {

    private final Neighbour<Persons> persons;
    private final Clock clock;

    public AllPersonsResource(Neighbour<Persons> persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @GET
    @PersonalData("person")
    @Operation(summary = "The persons of all customers, searched, filtered and sorted")
    public Page<PersonView> list(
            @BeanParam ListParameters parameters, @QueryParam("archived") @Nullable String archived) {
        Persons known = persons.get();
        ListRequest<PersonView> request =
                parameters.read("all-persons", known.fields(), "name", PersonView.class, clock);
        PersonQuery query =
                new PersonQuery(Optional.empty(), Params.flag("archived", archived, false), request.query());
        return request.page(known.list(query), PersonView::of, () -> known.count(query));
    }
}
