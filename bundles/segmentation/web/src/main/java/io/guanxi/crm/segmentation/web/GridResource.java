package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** The named grids. */
@Path("rfm/grids")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rfm")
public class GridResource {

    private final Neighbour<RfmGrids> grids;

    public GridResource(Neighbour<RfmGrids> grids) {
        this.grids = grids;
    }

    @GET
    @Operation(summary = "All named grids")
    public Page<GridView> list() {
        List<GridView> all = grids.get().list().stream().map(GridView::of).toList();
        return new Page<>(all, Optional.empty(), Optional.empty());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One named grid")
    public GridView get(@PathParam("name") String name) {
        return GridView.of(grids.get().get(name));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keeps a new grid")
    public Response create(NewGrid wanted, @Context UriInfo uri) {
        RfmGrid grid = grids.get()
                .create(
                        wanted.name().orElse(""),
                        wanted.bins().orElse(RfmScoring.DEFAULT_BINS),
                        wanted.currency().map(GridResource::known));
        return Response.created(uri.getAbsolutePathBuilder().path("{name}").build(grid.name()))
                .entity(GridView.of(grid))
                .build();
    }

    private static Currency known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "currency", "unknown-currency", "There is no such currency.", "没有这种货币。"));
    }
}
