package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.ListRequest;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Who did what, and whether the trail of it is untouched. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

    private final Neighbour<AuditTrail> trail;
    private final Clock clock;
    private final RecentCheck recent;

    AuditResource(Neighbour<AuditTrail> trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        this.recent = new RecentCheck(clock);
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
            description = "Seals first what is not sealed yet. Who asks again within ten seconds gets the same answer.")
    public VerificationView verify() {
        AuditTrail all = trail.get();
        all.head(); // refuses who may not
        return VerificationView.of(recent.get(all::verify));
    }
}
