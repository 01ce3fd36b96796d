package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Team;
import io.guanxi.crm.platform.security.Teams;
import io.guanxi.crm.platform.security.UnknownTeamException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The teams. */
@Path("teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "teams")
public class TeamsResource {

    private static final String LIST = "teams";

    private final Neighbour<Teams> teams;

    TeamsResource(Neighbour<Teams> teams) {
        this.teams = teams;
    }

    @GET
    @Operation(summary = "All teams with their members, by name")
    public Page<TeamView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> teams.get().list(), TeamView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a team")
    public Response create(TeamBody body, @Context UriInfo uri) {
        Team team = teams.get().create(body.toData());
        return Versioned.created(uri, Ids.toText(team.id()), team.version(), TeamView.of(team));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One team")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(
            summary = "Renames a team, or lets users join and leave: JSON Merge Patch with If-Match",
            description = "memberIds replaces those that there are.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Team before = found(id);
        ETags.require(ifMatch, before.version());
        TeamBody wanted = MergePatch.apply(
                TeamView.of(before), TeamBody.of(before.data()), patch, TeamBody.class, TeamView.READ_ONLY);
        return shown(teams.get().change(before.id(), version, data -> wanted.toData()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a team; what was shared with it is so no longer")
    public void delete(@PathParam("id") String id) {
        teams.get().delete(Ids.inPath(id));
    }

    private Team found(String id) {
        return teams.get().find(Ids.inPath(id)).orElseThrow(UnknownTeamException::new);
    }

    private static Response shown(Team team) {
        return Versioned.ok(team.version(), TeamView.of(team));
    }
}
