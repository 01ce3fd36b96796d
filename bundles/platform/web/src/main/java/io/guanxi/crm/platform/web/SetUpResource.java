package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SetUp;
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
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** How a fresh installation gets its first administrator; open to everybody who knows the token. */
@Path("setup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
public class SetUpResource {

    private final Neighbour<SetUp> setUp;
    private final Neighbour<SignIn> signIn;

    SetUpResource(Neighbour<SetUp> setUp, Neighbour<SignIn> signIn) {
        this.setUp = setUp;
        this.signIn = signIn;
    }

    /** @param needed true until there is a user */
    public record SetUpView(boolean needed) {}

    @GET
    @Operation(summary = "Whether there is no user yet")
    public SetUpView get() {
        return new SetUpView(setUp.get().isNeeded());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make the first administrator and sign in",
            description = "Asks for the token in the server's file setup-token, which is used up. Sets the cookies"
                    + " crm-session and crm-csrf.")
    @ApiResponse(
            responseCode = "200",
            description = "made and signed in",
            content = @Content(schema = @Schema(implementation = CallerView.class)))
    @ApiResponse(responseCode = "409", description = "there are users already")
    public Response make(
            SetUpBody body,
            @Context UriInfo uri,
            @Context @Nullable HttpServletRequest request,
            @HeaderParam("X-Forwarded-Proto") @Nullable String forwardedProtocol) {
        String password = required("password", body.password());
        User made =
                setUp.get().makeAdministrator(required("token", body.token()), required("name", body.name()), password);
        Session session = signIn.get()
                .open(made.data().name(), password, Origins.of(request))
                .orElseThrow(() -> new IllegalStateException("the user just made can't sign in"));
        return SessionCookies.of(uri, forwardedProtocol)
                .on(Response.ok(CallerView.of(session.caller(), Optional.of(made))), session)
                .build();
    }

    private static String required(String field, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new InvalidValueException(field, "required", "This is needed.", "必填。"));
    }
}
