package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.http.CrmApplication;
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

    @Activate
    public ContactApplication(BundleContext context) {
        this(
                Neighbour.tracked(context, ContactLog.class),
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, ChangeHistory.class),
                ExportSources.tracked(context));
    }

    ContactApplication(
            Neighbour<ContactLog> log,
            Neighbour<CustomerArchive> customers,
            Neighbour<ChangeHistory> history,
            ExportSources exports) {
        super(
                new InteractionResource(log, customers, history, Clock.systemUTC()),
                new InteractionExportResource(log, exports, Clock.systemUTC()));
        this.log = log;
        this.customers = customers;
        this.history = history;
        this.exports = exports;
    }

    @Deactivate
    public void close() {
        log.close();
        customers.close();
        history.close();
        exports.close();
    }
}
