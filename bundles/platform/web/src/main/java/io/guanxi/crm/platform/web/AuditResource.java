package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditChecks;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.BeanParam;
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

/** Who did what, and whether the trail of it is untouched. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

    private static final String CHECKS = "checks";

    private final Neighbour<AuditTrail> trail;
    private final Neighbour<AuditChecks> checks;
    private final Clock clock;

    AuditResource(Neighbour<AuditTrail> trail, Neighbour<AuditChecks> checks, Clock clock) {
        this.trail = trail;
        this.checks = checks;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Changes and acts, newest first",
            description = "Filtered by at, by, address, kind, recordType and recordId.")
    public Page<AuditEntryView> list(@BeanParam ListParameters parameters) {
        AuditTrail all = trail.get();
        ListRequest<AuditEntryView> request =
                parameters.read("audit", all.fields(), "-at", AuditEntryView.class, clock);
        return request.page(all.list(request.query()), AuditEntryView::of, () -> all.count(request.query()));
    }

    /**
     * The end of the chain.
     *
     * @param head absent until something is sealed
     */
    public record ChainView(Optional<SealView> head) {}

    @GET
    @Path("chain")
    @Operation(summary = "The last seal")
    public ChainView chain() {
        return new ChainView(trail.get().head().map(SealView::of));
    }

    @POST
    @Path("verify")
    @Operation(
            summary = "Compares the whole trail with its chain and its anchors",
            description = "Seals first what is not sealed yet. While a check runs, that one is told instead of another"
                    + " started.")
    @ApiResponse(
            responseCode = "202",
            description = "it is under way",
            content = @Content(schema = @Schema(implementation = AuditCheckView.class)))
    public Response verify(@HeaderParam("Accept-Language") @Nullable String language, @Context UriInfo uri) {
        AuditCheck check = checks.get().start();
        return Response.status(Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path(AuditResource.class)
                        .path(CHECKS)
                        .path(Ids.toText(check.id()))
                        .build())
                .entity(AuditCheckView.of(check, Language.of(language)))
                .build();
    }

    @GET
    @Path(CHECKS)
    @Operation(
            summary = "The last checks, newest first",
            description = "Fifty are kept; their findings are counted, not named.")
    public Page<AuditCheckView> checks(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Locale locale = Language.of(language);
        return NumberedPage.of(
                "audit-checks",
                limit,
                after,
                (before, most) -> checks.get().list(before, most),
                check -> AuditCheckView.of(check, locale),
                check -> check.id());
    }

    @GET
    @Path(CHECKS + "/{id}")
    @Operation(summary = "How a check goes, and what came of it")
    public AuditCheckView check(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return AuditCheckView.of(find(id), Language.of(language));
    }

    @DELETE
    @Path(CHECKS + "/{id}")
    @Operation(summary = "Cancel a check")
    @ApiResponse(responseCode = "204", description = "it stops within a second or so, or is over")
    public Response cancel(@PathParam("id") String id) {
        checks.get().cancel(find(id).id());
        return Response.noContent().build();
    }

    private AuditCheck find(String id) {
        return checks.get()
                .find(Ids.inPath(id))
                .orElseThrow(() -> new NotFoundException("unknown-check", "There is no such check.", "没有该次校验。"));
    }
}
