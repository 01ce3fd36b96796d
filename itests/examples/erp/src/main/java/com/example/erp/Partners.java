package com.example.erp;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the ERP's copy of the customers current. */
@Component
public class Partners implements EventSubscriber {

    private final PartnerTable table;
    private final Transactions transactions;

    @Activate
    public Partners(
            @Reference(target = "(osgi.jndi.service.name=crm/erp)") DataSource dataSource,
            @Reference Transactions transactions) {
        this.table = new PartnerTable(new Jdbc(dataSource));
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "erp-partners";
    }

    @Override
    public void deliver(List<Event> events) {
        transactions.run(() -> events.stream()
                .flatMap(event -> Partner.of(event.news()).stream())
                .forEach(table::keep));
    }
}
