package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.exports.ExportResponse;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.exports.ListExport;
import io.guanxi.crm.platform.http.ListParameters;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The list of customers as a file: every matching one, not a page. */
@Path("customers")
@Produces({ExportResponse.CSV, ExportResponse.XLSX, ExportResponse.NDJSON})
public class CustomerExportResource {

    private final Neighbour<CustomerArchive> archive;
    private final ListExport<CustomerEntry> export;

    CustomerExportResource(Neighbour<CustomerArchive> archive, ExportSources sources, Clock clock) {
        this.archive = archive;
        this.export = new ListExport<>(
                "customers", "name", CustomerItem.class, entry -> entry.id().value(), sources, clock);
    }

    @GET
    @Operation(hidden = true)
    public Response customers(
            @BeanParam ListParameters parameters,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("archived") @Nullable String archived,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Optional<CustomerKind> only = Params.constant("kind", kind, CustomerKind.class);
        boolean put = Params.flag("archived", archived, false);
        return export.answer(
                parameters,
                archive.get().fields(),
                part -> archive.get().list(new CustomerQuery(part, only, put)),
                headers,
                uri);
    }
}
