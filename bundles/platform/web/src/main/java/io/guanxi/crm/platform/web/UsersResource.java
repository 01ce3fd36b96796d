package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Versioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.AccessPreviews;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The users. They are disabled, never deleted: what they did keeps their name. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UsersResource {

    private final Neighbour<Users> users;
    private final Neighbour<AccessPreviews> previews;
    private final Clock clock;

    UsersResource(Neighbour<Users> users, Neighbour<AccessPreviews> previews, Clock clock) {
        this.users = users;
        this.previews = previews;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Users, by name if not asked otherwise")
    public Page<UserView> list(@BeanParam ListParameters parameters) {
        Users all = users.get();
        ListRequest<UserView> request = parameters.read("users", all.fields(), "name", UserView.class, clock);
        return request.page(
                all.list(request.query()),
                user -> UserView.of(user, all.managed(user)),
                () -> all.count(request.query()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a user")
    public Response create(NewUserBody body, @Context UriInfo uri) {
        User user = users.get().create(body.toData(), body.password().orElse(""));
        return Versioned.created(uri, Ids.toText(user.id()), user.version(), view(user));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One user")
    public Response get(@PathParam("id") String id) {
        return shown(found(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(
            summary = "Changes, moves, disables or enables a user: JSON Merge Patch with If-Match",
            description = "In force with the user's next request. The last administrator stays one.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        User before = found(id);
        ETags.require(ifMatch, before.version());
        UserBody wanted =
                MergePatch.apply(view(before), UserBody.of(before.data()), patch, UserBody.class, UserView.READ_ONLY);
        return shown(users.get().change(before.id(), version, data -> wanted.toData(data.name())));
    }

    @POST
    @Path("{id}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a user another password and ends the user's sessions")
    public void setPassword(@PathParam("id") String id, PasswordBody body) {
        users.get().setPassword(Ids.inPath(id), body.password().orElse(""));
    }

    @GET
    @Path("{id}/preview")
    @Operation(
            summary = "What a user may do, and how much they reach",
            description = "As it is decided for the user; nothing is done in their name. The audit trail tells of it.")
    public AccessPreviewView preview(@PathParam("id") String id) {
        return AccessPreviewView.of(previews.get().ofUser(Ids.inPath(id)));
    }

    private User found(String id) {
        return users.get().find(Ids.inPath(id)).orElseThrow(UnknownUserException::new);
    }

    private UserView view(User user) {
        return UserView.of(user, users.get().managed(user));
    }

    private Response shown(User user) {
        return Versioned.ok(user.version(), view(user));
    }
}
