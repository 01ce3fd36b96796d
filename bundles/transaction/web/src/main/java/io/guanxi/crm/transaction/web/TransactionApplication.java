package io.guanxi.crm.transaction.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Ledger;
import java.time.Clock;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The ledger over HTTP; stays up while the services behind it are exchanged. */
@Component(service = Application.class, property = "crm.module=transaction")
@JaxrsName("crm.transaction")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.transaction)")
public class TransactionApplication extends CrmApplication {

    private final Neighbour<Ledger> ledger;
    private final Neighbour<CustomerArchive> customers;
    private final Neighbour<ChangeHistory> history;
    private final ExportSources exports;
    private final Neighbour<BulkChanges> bulk;

    @Activate
    public TransactionApplication(BundleContext context) {
        this(
                Neighbour.tracked(context, Ledger.class),
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, ChangeHistory.class),
                ExportSources.tracked(context),
                Neighbour.tracked(context, BulkChanges.class));
    }

    TransactionApplication(
            Neighbour<Ledger> ledger,
            Neighbour<CustomerArchive> customers,
            Neighbour<ChangeHistory> history,
            ExportSources exports,
            Neighbour<BulkChanges> bulk) {
        super(
                new OrderResource(ledger, customers, history, Clock.systemUTC()),
                new MatchingOrdersResource(ledger, exports, bulk, Clock.systemUTC()),
                new DeliveryResource(ledger),
                new PaymentResource(ledger),
                new FactsResource(ledger, customers));
        this.ledger = ledger;
        this.customers = customers;
        this.history = history;
        this.exports = exports;
        this.bulk = bulk;
    }

    @Deactivate
    public void close() {
        ledger.close();
        customers.close();
        history.close();
        exports.close();
        bulk.close();
    }
}
