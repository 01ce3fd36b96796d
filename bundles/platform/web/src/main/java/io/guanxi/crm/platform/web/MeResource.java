package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.ETags;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.http.MergePatch;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.OwnAccount;
import io.guanxi.crm.platform.security.ProfileData;
import io.guanxi.crm.platform.security.User;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
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
import org.jspecify.annotations.Nullable;

/** The caller, and the account behind. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class MeResource {

    private static final String LIST = "sessions";

    private final Neighbour<OwnAccount> account;

    MeResource(Neighbour<OwnAccount> account) {
        this.account = account;
    }

    @GET
    @Operation(summary = "Who am I?")
    @ApiResponse(
            responseCode = "200",
            description = "the caller",
            content = @Content(schema = @Schema(implementation = CallerView.class)))
    public Response me() {
        Caller caller = Callers.require();
        return shown(caller.user().isEmpty() ? Optional.empty() : account.get().find());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    @Operation(summary = "Changes one's own name, language or time zone: JSON Merge Patch with If-Match")
    public Response patch(@HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = ETags.version(ifMatch);
        User before = account.get().get();
        ETags.require(ifMatch, before.version());
        ProfileBody wanted = MergePatch.apply(
                CallerView.of(Callers.require(), Optional.of(before)),
                ProfileBody.of(ProfileData.of(before.data())),
                patch,
                ProfileBody.class,
                CallerView.READ_ONLY);
        return shown(Optional.of(account.get().change(version, data -> wanted.toData())));
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes one's own password, and ends all other sessions")
    public void changePassword(OwnPasswordBody body, @Context @Nullable HttpServletRequest request) {
        account.get().changePassword(body.current().orElse(""), body.password().orElse(""), SessionCookie.of(request));
    }

    @GET
    @Path("sessions")
    @Operation(summary = "One's own sessions, the newest first")
    public Page<SessionView> sessions(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @Context @Nullable HttpServletRequest request) {
        return Positioned.page(
                LIST, limit, after, () -> account.get().sessions(SessionCookie.of(request)), SessionView::of);
    }

    @DELETE
    @Path("sessions")
    @Operation(summary = "Ends all of one's own sessions but the one that asks")
    public void endOthers(@Context @Nullable HttpServletRequest request) {
        account.get().endOtherSessions(SessionCookie.of(request));
    }

    @DELETE
    @Path("sessions/{id}")
    @Operation(summary = "Ends one of one's own sessions")
    public void end(@PathParam("id") String id) {
        account.get().endSession(id);
    }

    private static Response shown(Optional<User> user) {
        Response.ResponseBuilder answer = Response.ok(CallerView.of(Callers.require(), user));
        return user.map(u -> answer.tag(ETags.of(u.version()))).orElse(answer).build();
    }
}
