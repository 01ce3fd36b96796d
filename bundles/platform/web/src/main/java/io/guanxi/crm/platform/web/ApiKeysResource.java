package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.edge.SecretAnswer;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.ApiKeys;
import io.guanxi.crm.platform.security.IssuedKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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

/** The API keys: one's own, and to administrators all. */
@Path("api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "api-keys")
public class ApiKeysResource {

    private static final String LIST = "api-keys";

    private final Neighbour<ApiKeys> keys;

    ApiKeysResource(Neighbour<ApiKeys> keys) {
        this.keys = keys;
    }

    @GET
    @Operation(summary = "One's own keys, to administrators all, by owner and name")
    public Page<ApiKeyView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> keys.get().list(), ApiKeyView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a key of one's own; this answer alone has its token",
            description = "Sent again with the same Idempotency-Key, the answer has no body.")
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    public Response issue(ApiKeyBody body, @Context UriInfo uri) {
        IssuedKey issued = keys.get().issue(body.toData());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Ids.toText(issued.key().id()))
                        .build())
                .header(SecretAnswer.HEADER, "once")
                .entity(ApiKeyView.of(issued))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One key, without its token")
    public ApiKeyView get(@PathParam("id") String id) {
        return keys.get()
                .find(Ids.inPath(id))
                .map(ApiKeyView::of)
                .orElseThrow(() -> new NotFoundException("unknown-api-key", "There is no such key.", "没有该密钥。"));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revokes a key; from now on it is refused")
    public void revoke(@PathParam("id") String id) {
        keys.get().revoke(Ids.inPath(id));
    }
}
