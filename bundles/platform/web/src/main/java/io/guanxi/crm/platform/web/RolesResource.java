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
import io.guanxi.crm.platform.security.AccessPreviews;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.Roles;
import io.guanxi.crm.platform.security.UnknownRoleException;
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

/** The roles, and what each may do. */
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roles")
public class RolesResource {

    private static final String LIST = "roles";

    private final Neighbour<Roles> roles;
    private final Neighbour<AccessPreviews> previews;

    RolesResource(Neighbour<Roles> roles, Neighbour<AccessPreviews> previews) {
        this.roles = roles;
        this.previews = previews;
    }

    @GET
    @Operation(summary = "All roles with their rights, shipped ones first, then by code")
    public Page<RoleView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> roles.get().list(), RoleView::of);
    }

    @GET
    @Path("matrix")
    @Operation(summary = "Which record types and actions there are, those of all modules that are there")
    public MatrixView matrix() {
        return MatrixView.of(roles.get().types());
    }

    @GET
    @Path("{id}/preview")
    @Operation(
            summary = "What somebody with this role alone may do, and how much they reach",
            description = "As it is decided for such a user. The audit trail tells of it.")
    public AccessPreviewView preview(@PathParam("id") String id) {
        return AccessPreviewView.of(previews.get().ofRole(Ids.inPath(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a role; what its grants don't name is not allowed")
    public Response create(NewRoleBody body, @Context UriInfo uri) {
        Role role = roles.get().create(body.toData());
        return Versioned.created(uri, Ids.toText(role.id()), role.version(), RoleView.of(role));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One role")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(
            summary = "Changes a role: JSON Merge Patch with If-Match",
            description = "A type in grants is replaced as a whole; null takes all its actions away."
                    + " In force with the next request of everybody who has the role.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        Role before = found(id);
        ETags.require(ifMatch, before.version());
        RoleBody wanted = MergePatch.apply(
                RoleView.of(before), RoleBody.of(before.data()), patch, RoleBody.class, RoleView.READ_ONLY);
        return shown(roles.get().change(before.id(), version, data -> wanted.toData(data.code())));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a role that was made here and that nobody has")
    public void delete(@PathParam("id") String id) {
        roles.get().delete(Ids.inPath(id));
    }

    @POST
    @Path("{id}/reset")
    @Operation(summary = "Makes a role that came with the product what it was")
    public Response reset(@PathParam("id") String id) {
        return shown(roles.get().reset(Ids.inPath(id)));
    }

    private Role found(String id) {
        return roles.get().find(Ids.inPath(id)).orElseThrow(UnknownRoleException::new);
    }

    private static Response shown(Role role) {
        return Versioned.ok(role.version(), RoleView.of(role));
    }
}
