package com.example.oa;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened, kept for the people of the OA. */
@Component(service = {Inbox.class, EventSubscriber.class})
public class Inbox implements EventSubscriber {

    private final AnnouncementTable table;
    private final Transactions transactions;
    private final Access access;

    @Activate
    public Inbox(
            @Reference(target = "(osgi.jndi.service.name=crm/oa)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this.table = new AnnouncementTable(new Jdbc(dataSource));
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public String name() {
        return "oa-inbox";
    }

    @Override
    public void deliver(List<Event> events) {
        List<Announcement> announcements = events.stream()
                .flatMap(event -> Announcement.of(event).stream())
                .toList();
        transactions.run(() -> table.add(announcements));
    }

    /** A part of the list; of one customer, or of all. */
    Slice<Announcement> list(OptionalLong customer, ListQuery query) {
        access.require(Action.READ, "announcement");
        return table.page(customer, query);
    }

    /** How many there are, the query's position and limit set aside. */
    long count(OptionalLong customer, ListQuery query) {
        access.require(Action.READ, "announcement");
        return table.count(customer, query);
    }
}
