package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import java.time.Clock;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The contact log over HTTP; stays up while the services behind it are exchanged. */
@Component(service = Application.class, property = "crm.module=contact")
@JaxrsName("crm.contact")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.contact)")
public class ContactApplication extends CrmApplication {

    private final Neighbour<ContactLog> log;
    private final Neighbour<CustomerArchive> customers;
    private final Neighbour<ChangeHistory> history;
    private final ExportSources exports;
    private final Neighbour<BulkChanges> bulk;

    @Activate
    public ContactApplication(BundleContext context) {
        this(
                Neighbour.tracked(context, ContactLog.class),
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, ChangeHistory.class),
                ExportSources.tracked(context),
                Neighbour.tracked(context, BulkChanges.class));
    }

    ContactApplication(
            Neighbour<ContactLog> log,
            Neighbour<CustomerArchive> customers,
            Neighbour<ChangeHistory> history,
            ExportSources exports,
            Neighbour<BulkChanges> bulk) {
        super(
                new InteractionResource(log, customers, history, Clock.systemUTC()),
                new MatchingInteractionsResource(log, exports, bulk, Clock.systemUTC()));
        this.log = log;
        this.customers = customers;
        this.history = history;
        this.exports = exports;
        this.bulk = bulk;
    }

    @Deactivate
    public void close() {
        log.close();
        customers.close();
        history.close();
        exports.close();
        bulk.close();
    }
}
