package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Colleagues;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The users as they see each other: names for the ids of owners, and whom a record can be given to. */
@Path("colleagues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "colleagues")
public class ColleaguesResource {

    private final Neighbour<Colleagues> colleagues;
    private final Clock clock;

    ColleaguesResource(Neighbour<Colleagues> colleagues, Clock clock) {
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Users as everybody may know them, by name if not asked otherwise")
    public Page<ColleagueView> list(@BeanParam ListParameters parameters) {
        Colleagues all = colleagues.get();
        ListRequest<ColleagueView> request =
                parameters.read("colleagues", all.fields(), "name", ColleagueView.class, clock);
        return request.page(all.list(request.query()), ColleagueView::of, () -> all.count(request.query()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    public ColleagueView get(@PathParam("id") String id) {
        return colleagues.get().find(Ids.inPath(id)).map(ColleagueView::of).orElseThrow(UnknownUserException::new);
    }
}
