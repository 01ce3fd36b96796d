package io.guanxi.crm.transaction.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** What a customer bought so far. */
@Path("customers/{customerId}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "facts")
public class FactsResource {

    private final Neighbour<Ledger> ledger;
    private final Neighbour<CustomerArchive> customers;

    public FactsResource(Neighbour<Ledger> ledger, Neighbour<CustomerArchive> customers) {
        this.ledger = ledger;
        this.customers = customers;
    }

    @GET
    @Operation(summary = "Count, sum, first and last of a customer's confirmed orders, per currency")
    public FactsView get(@PathParam("customerId") String id) {
        CustomerId customer = new CustomerId(Ids.inPath(id));
        if (customers.get().names(List.of(customer)).isEmpty()) {
            throw new UnknownCustomerException(customer);
        }
        return new FactsView(
                customer.toString(),
                ledger.get().facts(customer).stream()
                        .map(FactsView.PerCurrency::of)
                        .toList());
    }
}
