package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.security.ReachedRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many customers somebody reaches. */
@Component
public class ReachedCustomers implements ReachedRecords {

    private final CustomerArchive archive;

    @Activate
    public ReachedCustomers(@Reference CustomerArchive archive) {
        this.archive = archive;
    }

    @Override
    public String recordType() {
        return "customer";
    }

    @Override
    public long count() {
        return archive.count(CustomerQuery.byName(1));
    }
}
