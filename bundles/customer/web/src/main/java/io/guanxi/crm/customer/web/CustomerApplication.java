package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerShares;
import io.guanxi.crm.customer.Persons;
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

/** The customer archive over HTTP; stays up while the service behind it is exchanged. */
@Component(service = Application.class, property = "crm.module=customer")
@JaxrsName("crm.customer")
@JaxrsApplicationBase("/v1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm.customer)")
public class CustomerApplication extends CrmApplication {

    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<CustomerShares> shares;
    private final Neighbour<Persons> persons;
    private final Neighbour<ChangeHistory> history;
    private final ExportSources exports;
    private final Neighbour<BulkChanges> bulk;

    @Activate
    public CustomerApplication(BundleContext context) {
        this(
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, CustomerShares.class),
                Neighbour.tracked(context, Persons.class),
                Neighbour.tracked(context, ChangeHistory.class),
                ExportSources.tracked(context),
                Neighbour.tracked(context, BulkChanges.class));
    }

    CustomerApplication(
            Neighbour<CustomerArchive> archive,
            Neighbour<CustomerShares> shares,
            Neighbour<Persons> persons,
            Neighbour<ChangeHistory> history,
            ExportSources exports,
            Neighbour<BulkChanges> bulk) {
        super(
                new CustomerResource(archive, history, Clock.systemUTC()),
                new CustomerSharesResource(shares),
                new PersonResource(persons, history, Clock.systemUTC()),
                new AllPersonsResource(persons, Clock.systemUTC()),
                new MatchingCustomersResource(archive, exports, bulk, Clock.systemUTC()),
                new MatchingPersonsResource(persons, exports, bulk, Clock.systemUTC()));
        this.history = history;
        this.archive = archive;
        this.shares = shares;
        this.persons = persons;
        this.exports = exports;
        this.bulk = bulk;
    }

    @Deactivate
    public void close() {
        archive.close();
        shares.close();
        persons.close();
        history.close();
        exports.close();
        bulk.close();
    }
}
