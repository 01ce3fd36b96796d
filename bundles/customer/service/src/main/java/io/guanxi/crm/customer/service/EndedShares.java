package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.SharedRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends the shares of a team or department that goes; the history of each customer tells it. */
@Component
public class EndedShares implements SharedRecords {

    private final ShareTable table;
    private final ChangeLog log;
    private final Clock clock;

    @Activate
    public EndedShares(
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference ChangeLog log) {
        this(dataSource, log, Clock.systemUTC());
    }

    /** For plain Java. */
    public EndedShares(DataSource dataSource, ChangeLog log, Clock clock) {
        this.table = new ShareTable(new Jdbc(dataSource));
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void withdrawAll(Holder holder) {
        Touch touch = Touch.now(clock);
        List<Change> changes = new ArrayList<>();
        table.of(holder).forEach((customer, share) -> changes.add(CustomerChanges.withdrawn(customer, share, touch)));
        table.deleteAll(holder);
        log.record(changes);
    }
}
