package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** What segmentation knows of one customer. */
@Path("customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rfm")
public class CustomerRfmResource {

    private final Neighbour<Rfm> rfm;
    private final Neighbour<CustomerArchive> customers;

    public CustomerRfmResource(Neighbour<Rfm> rfm, Neighbour<CustomerArchive> customers) {
        this.rfm = rfm;
        this.customers = customers;
    }

    @GET
    @Path("rfm")
    @Operation(summary = "The scores of one customer")
    public CustomerRfmView scores(@PathParam("id") String id, @BeanParam RfmParameters parameters) {
        CustomerId customer = new CustomerId(Ids.inPath(id));
        RfmQuery query = parameters.query();
        if (customers.get().names(List.of(customer)).isEmpty()) {
            throw new UnknownCustomerException(customer);
        }
        RfmResult grid = RfmParameters.answer(() -> rfm.get().result(query));
        Optional<RfmMember> member = RfmParameters.answer(() -> rfm.get().of(query, customer));
        return CustomerRfmView.of(id, grid, member);
    }
}
