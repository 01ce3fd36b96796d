package com.example.erp;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.query.Slice;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Brings in the customers that were there before the ERP listened. */
@Component
public class PartnersMatch implements Job {

    private static final int PART = 500;

    private final PartnerTable table;
    private final Transactions transactions;
    private final Neighbour<CustomerArchive> archive;

    @Activate
    public PartnersMatch(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/erp)") DataSource dataSource,
            @Reference Transactions transactions) {
        this.table = new PartnerTable(new Jdbc(dataSource));
        this.transactions = transactions;
        this.archive = Neighbour.tracked(context, CustomerArchive.class);
    }

    @Deactivate
    void close() {
        archive.close();
    }

    @Override
    public String name() {
        return "erp-partners";
    }

    @Override
    public Text label() {
        return new Text("Match customers with the ERP", "与 ERP 核对客户");
    }

    @Override
    public Schedule schedule() {
        return Schedule.cron("30 2 * * 1-5", ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void run(JobRun run) {
        Optional<CustomerQuery> rest = Optional.of(CustomerQuery.byName(PART));
        while (rest.isPresent() && !run.isCancelled()) {
            CustomerQuery query = rest.get();
            Slice<CustomerEntry> part = archive.get().list(query);
            transactions.run(() -> part.rows().stream().map(Partner::of).forEach(table::keep));
            rest = part.next().map(next -> query.with(query.list().after(next, PART)));
        }
    }
}
