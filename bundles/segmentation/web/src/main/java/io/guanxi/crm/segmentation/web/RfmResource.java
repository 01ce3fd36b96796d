package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.http.Cursor;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Paging;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmPosition;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Recency, frequency, monetary value. */
@Path("rfm")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rfm")
public class RfmResource {

    private static final String MEMBERS = "rfm-members";

    private final Neighbour<Rfm> rfm;
    private final Neighbour<CustomerArchive> customers;

    public RfmResource(Neighbour<Rfm> rfm, Neighbour<CustomerArchive> customers) {
        this.rfm = rfm;
        this.customers = customers;
    }

    @GET
    @Operation(summary = "The cells of an RFM grid that have customers")
    public RfmView grid(@BeanParam RfmParameters parameters) {
        RfmQuery query = parameters.query();
        return RfmView.of(RfmParameters.answer(() -> rfm.get().result(query)));
    }

    @GET
    @Path("members")
    @Operation(summary = "The customers of a cell, the largest revenue first; a score left out is any")
    public Page<MemberView> members(
            @BeanParam RfmParameters parameters,
            @QueryParam("r") @Nullable String r,
            @QueryParam("f") @Nullable String f,
            @QueryParam("m") @Nullable String m,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        RfmQuery query = parameters.query();
        RfmFilter filter = new RfmFilter(score("r", r), score("f", f), score("m", m));
        Paging paging = Paging.of(limit, after);
        Optional<RfmPosition> position = paging.position(MEMBERS, 2)
                .map(values -> new RfmPosition(
                        new BigDecimal(values.get(0)), new CustomerId(Ids.inField("after", values.get(1)))));
        List<RfmMember> read =
                RfmParameters.answer(() -> rfm.get().members(query, filter, position, paging.readAhead()));
        Map<CustomerId, String> names =
                customers.get().names(read.stream().map(RfmMember::customer).toList());
        return Page.of(
                read,
                paging,
                member -> MemberView.of(member, names.getOrDefault(member.customer(), "")),
                RfmResource::cursor);
    }

    @POST
    @Path("recompute")
    @Operation(summary = "Reads all orders anew in the background")
    public Response recompute() {
        rfm.get().recompute();
        return Response.accepted().build();
    }

    private static OptionalInt score(String name, @Nullable String value) {
        return RfmParameters.score(name, value, 1, RfmScoring.MAX_BINS);
    }

    private static String cursor(RfmMember last) {
        RfmPosition position = last.position();
        return Cursor.encode(
                MEMBERS,
                position.revenue().toPlainString(),
                Ids.toText(position.customer().value()));
    }
}
