package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Identities;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The systems that users and departments come from. */
@Path("identity-providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class IdentityProvidersResource {

    private static final String LIST = "identity-providers";

    private final Neighbour<Identities> identities;

    IdentityProvidersResource(Neighbour<Identities> identities) {
        this.identities = identities;
    }

    @GET
    @Operation(summary = "The systems that users and departments come from, and how taking them over went")
    public Page<IdentityProviderView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Positioned.page(LIST, limit, after, () -> identities.get().providers(), IdentityProviderView::of);
    }

    @POST
    @Path("{provider}/sync")
    @Operation(summary = "Takes its users and departments over now; answers what became of them")
    public SyncReportView synchronise(@PathParam("provider") String provider) {
        return SyncReportView.of(identities.get().synchronise(provider));
    }
}
