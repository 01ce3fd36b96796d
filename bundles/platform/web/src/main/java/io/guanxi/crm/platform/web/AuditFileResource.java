package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Every entry that the list of the trail matches, as a file. */
@Path("audit")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class AuditFileResource {

    private final Neighbour<AuditTrail> trail;
    private final Clock clock;

    AuditFileResource(Neighbour<AuditTrail> trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response entries(@BeanParam ListParameters parameters, @Context HttpHeaders headers, @Context UriInfo uri) {
        AuditTrail all = trail.get();
        ListQuery query = parameters.everything(all.fields(), clock);
        // the trail has no other order than that of time
        ListQuery ordered = query.sort().keys().isEmpty() ? query.sorted(SortOrder.parse("-at", all.fields())) : query;
        AuditFile file = new AuditFile(trail, ordered);
        return ExportResponse.of(file, file, headers, uri);
    }
}
