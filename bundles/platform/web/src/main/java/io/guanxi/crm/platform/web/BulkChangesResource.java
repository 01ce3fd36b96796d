package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.BulkView;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** Changes of many records: each module's {@code POST …/bulk} starts one. */
@Path("bulk-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulk-changes")
public class BulkChangesResource {

    private static final String LIST = "bulk-changes";
    private static final String REJECTS = "bulk-rejects";
    private static final String CONFLICTS = "bulk-conflicts";

    private final Neighbour<BulkChanges> changes;

    BulkChangesResource(Neighbour<BulkChanges> changes) {
        this.changes = changes;
    }

    @GET
    @Operation(summary = "Changes of many records, newest first")
    public Page<BulkView> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Locale locale = Language.of(language);
        return NumberedPage.of(
                LIST,
                limit,
                after,
                (before, most) -> changes.get().list(before, most),
                job -> BulkView.of(job, locale),
                job -> job.id());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How a change of many records goes")
    public BulkView get(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return BulkView.of(find(id), Language.of(language));
    }

    @GET
    @Path("{id}/rejects")
    @Operation(summary = "The records that were left as they are, and why")
    public Page<RejectView> rejects(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        BulkJob job = find(id);
        Locale locale = Language.of(language);
        return Positioned.page(
                REJECTS,
                limit,
                after,
                (position, most) -> changes.get().rejections(job.id(), position, most),
                rejection -> RejectView.of(rejection, locale));
    }

    @GET
    @Path("{id}/conflicts")
    @Operation(summary = "The records that an undo left as they are")
    public Page<ConflictView> conflicts(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        BulkJob job = find(id);
        Locale locale = Language.of(language);
        return Positioned.page(
                CONFLICTS,
                limit,
                after,
                (position, most) -> changes.get().conflicts(job.id(), position, most),
                conflict -> ConflictView.of(conflict, locale));
    }

    @POST
    @Path("{id}/undo")
    @Operation(
            summary = "Take a change of many records back",
            description = "Each record gets its values from before, where nobody changed it since.")
    @ApiResponse(
            responseCode = "202",
            description = "the undo is queued",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    public Response undo(
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        BulkJob job = changes.get().undo(find(id).id());
        return Response.status(Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path(BulkChangesResource.class)
                        .path(Ids.toText(job.id()))
                        .build())
                .entity(BulkView.of(job, Language.of(language)))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a change of many records", description = "What was written stays, and can be undone.")
    @ApiResponse(responseCode = "204", description = "it stops after its current records, or is over")
    public Response cancel(@PathParam("id") String id) {
        changes.get().cancel(find(id).id());
        return Response.noContent().build();
    }

    private BulkJob find(String id) {
        return changes.get()
                .find(Ids.inPath(id))
                .orElseThrow(
                        () -> new NotFoundException("unknown-bulk-change", "There is no such change.", "没有该批量操作。"));
    }
}
