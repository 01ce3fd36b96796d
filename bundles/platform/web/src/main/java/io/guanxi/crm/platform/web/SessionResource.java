package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.OwnAccount;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
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
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Signing in and out of the pages. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SessionResource {

    private final Neighbour<SignIn> signIn;
    private final Neighbour<OwnAccount> account;

    SessionResource(Neighbour<SignIn> signIn, Neighbour<OwnAccount> account) {
        this.signIn = signIn;
        this.account = account;
    }

    /** Name and password. */
    public record Credentials(@Nullable String user, @Nullable String password) {

        /** Never with the password, wherever it ends up. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in", description = "Sets the cookies crm-session and crm-csrf.")
    @ApiResponse(
            responseCode = "200",
            description = "signed in",
            content = @Content(schema = @Schema(implementation = CallerView.class)))
    public Response open(
            Credentials credentials,
            @Context UriInfo uri,
            @Context @Nullable HttpServletRequest request,
            @HeaderParam("X-Forwarded-Proto") @Nullable String forwardedProtocol) {
        Session session = signIn.get()
                .open(
                        required("user", credentials.user()),
                        required("password", credentials.password()),
                        Origins.of(request))
                .orElseThrow(() ->
                        new NotSignedInException("wrong-credentials", "Unknown name or wrong password.", "用户名或密码错误。"));
        return SessionCookies.of(uri, forwardedProtocol)
                .on(Response.ok(shown(session.caller())), session)
                .build();
    }

    @DELETE
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "signed out")
    public Response close(@Context @Nullable HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(token -> signIn.get().close(token));
        return SessionCookies.gone(Response.noContent()).build();
    }

    private CallerView shown(Caller caller) {
        Optional<User> user = caller.user().isEmpty()
                ? Optional.empty()
                : Callers.callAs(caller, () -> account.get().find());
        return CallerView.of(caller, user);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidValueException(field, "required", "This is needed.", "必填。");
        }
        return value;
    }
}
