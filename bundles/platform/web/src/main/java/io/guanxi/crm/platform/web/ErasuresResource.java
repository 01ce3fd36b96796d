package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Persons erased, with certificates. */
@Path("erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "personal-data")
public class ErasuresResource {

    private static final String LIST = "erasures";

    private final Neighbour<PersonalData> data;

    ErasuresResource(Neighbour<PersonalData> data) {
        this.data = data;
    }

    @GET
    @Operation(summary = "Erasures, newest first")
    public Page<ErasureView> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Locale locale = Language.of(language);
        return NumberedPage.of(
                LIST,
                limit,
                after,
                (before, most) -> data.get().list(before, most),
                erasure -> ErasureView.of(erasure, locale),
                Erasure::id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase a person",
            description =
                    "Takes the person out of every table, file and copy; it can't be taken back. confirm repeats the id.")
    @ApiResponse(
            responseCode = "202",
            description = "it is written down and goes on by itself",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    public Response erase(
            ErasureBody body, @HeaderParam("Accept-Language") @Nullable String language, @Context UriInfo uri) {
        data.get().requireErase(); // who may not learns nothing of the body
        Erasure erasure = data.get().erase(body.toSubject(), body.reason().orElse(""));
        return Response.status(Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path(ErasuresResource.class)
                        .path(Ids.toText(erasure.id()))
                        .build())
                .entity(ErasureView.of(erasure, Language.of(language)))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How an erasure goes, source by source")
    public ErasureView get(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return ErasureView.of(data.get().find(Ids.inPath(id)), Language.of(language));
    }

    @GET
    @Path("{id}/certificate")
    @Operation(
            summary = "What was done, as a file",
            description = "The same bytes for ever; their SHA-256 is in the erasure and in the audit trail.")
    public Response certificate(@PathParam("id") String id) {
        byte[] text = data.get().certificate(Ids.inPath(id)).getBytes(StandardCharsets.UTF_8);
        return Response.ok(text, MediaType.APPLICATION_JSON + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"erasure-" + id + ".json\"")
                .build();
    }
}
