package com.example.erp;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes an order of every sale, once, however often it is run. */
@Component
public class SalesPush implements Job {

    private final SaleTable sales;
    private final Transactions transactions;
    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<Ledger> ledger;

    @Activate
    public SalesPush(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/erp)") DataSource dataSource,
            @Reference Transactions transactions) {
        this.sales = new SaleTable(new Jdbc(dataSource));
        this.transactions = transactions;
        this.archive = Neighbour.tracked(context, CustomerArchive.class);
        this.ledger = Neighbour.tracked(context, Ledger.class);
    }

    @Deactivate
    void close() {
        archive.close();
        ledger.close();
    }

    @Override
    public String name() {
        return "erp-sales";
    }

    @Override
    public Text label() {
        return new Text("Make orders of the ERP's sales", "将 ERP 销售转为订单");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public void run(JobRun run) {
        List<Sale> batch = sales.waiting("");
        while (!batch.isEmpty() && !run.isCancelled()) {
            push(batch);
            batch = sales.waiting(batch.get(batch.size() - 1).number());
        }
    }

    /** A sale whose customer the CRM doesn't know yet waits for the next run. */
    private void push(List<Sale> batch) {
        Map<String, CustomerId> customers = archive.get()
                .byExternalIds(batch.stream().map(Sale::customerKey).toList());
        Map<String, OrderId> known =
                ledger.get().byExternalIds(batch.stream().map(Sale::number).toList());
        for (Sale sale : batch) {
            Optional.ofNullable(customers.get(sale.customerKey()))
                    .ifPresent(customer -> push(sale, customer, Optional.ofNullable(known.get(sale.number()))));
        }
    }

    /** The order and the mark at the sale are one commit: no crash comes between them. */
    private void push(Sale sale, CustomerId customer, Optional<OrderId> known) {
        try {
            transactions.run(() -> {
                OrderId order = known.orElseGet(
                        () -> ledger.get().place(sale.toOrder(customer)).id());
                sales.became(sale.number(), order);
            });
        } catch (InvalidValueException e) {
            sales.refused(sale.number(), e.errors().toString());
        }
    }
}
