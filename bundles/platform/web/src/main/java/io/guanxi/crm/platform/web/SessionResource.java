package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Origin;
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

    private static final String EXPIRED = "; Max-Age=0";

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
                        origin(request))
                .orElseThrow(() ->
                        new NotSignedInException("wrong-credentials", "Unknown name or wrong password.", "用户名或密码错误。"));
        boolean secure = "https".equals(uri.getBaseUri().getScheme()) || "https".equals(forwardedProtocol);
        return Response.ok(shown(session.caller()))
                .header("Set-Cookie", cookie(SessionCookie.NAME, session.token(), true, secure))
                .header("Set-Cookie", cookie("crm-csrf", session.csrfToken(), false, secure))
                .build();
    }

    @DELETE
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "signed out")
    public Response close(@Context @Nullable HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(token -> signIn.get().close(token));
        return Response.noContent()
                .header("Set-Cookie", cookie(SessionCookie.NAME, "", true, false) + EXPIRED)
                .header("Set-Cookie", cookie("crm-csrf", "", false, false) + EXPIRED)
                .build();
    }

    private CallerView shown(Caller caller) {
        Optional<User> user = caller.user().isEmpty()
                ? Optional.empty()
                : Callers.callAs(caller, () -> account.get().find());
        return CallerView.of(caller, user);
    }

    private static Origin origin(@Nullable HttpServletRequest request) {
        if (request == null) {
            return Origin.UNKNOWN;
        }
        return new Origin(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidValueException(field, "required", "This is needed.", "必填。");
        }
        return value;
    }

    // By hand: the cookie of JAX-RS 2.1 knows no SameSite.
    private static String cookie(String name, String value, boolean hidden, boolean secure) {
        return name + "=" + value + "; Path=/crm; SameSite=Strict" + (hidden ? "; HttpOnly" : "")
                + (secure ? "; Secure" : "");
    }
}
