package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.CustomerRules;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers, one a row, known again by external id, else by code. */
@Component(service = ImportTarget.class)
public class CustomersTarget implements ImportTarget {

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Access access;
    private final Clock clock;
    private final CustomerRules rules;
    private final CustomerWriter writer = new CustomerWriter();

    @Activate
    public CustomersTarget(
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference Access access) {
        this(dataSource, outbox, access, Clock.systemUTC());
    }

    CustomersTarget(DataSource dataSource, Outbox outbox, Access access, Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.access = access;
        this.clock = clock;
        this.rules = new CustomerRules(clock);
    }

    @Override
    public String type() {
        return "customers";
    }

    @Override
    public List<ImportColumn> columns() {
        return CustomerColumns.ALL;
    }

    @Override
    public String keyColumn() {
        return "externalId";
    }

    @Override
    public Optional<String> key(ImportRow row) {
        // prefixes, because one customer's code may be another one's external id
        return row.text("externalId").map(externalId -> "e" + externalId).or(() -> row.text("code")
                .map(code -> "c" + code));
    }

    @Override
    public boolean grouped() {
        return false;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        access.require(Action.IMPORT, "customer");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            CustomerPlanner planner = new CustomerPlanner(rules, StoredCustomers.of(connection, rows), chunk.mode());
            rows.forEach(planner::plan);
            if (!chunk.dryRun() && !planner.plans().isEmpty()) {
                List<Customer> written = writer.write(
                        connection,
                        planner.plans(),
                        clock.instant(),
                        Callers.require().name());
                outbox.publish(news(planner.plans(), written));
            }
            return planner.outcome();
        });
    }

    private static List<News> news(List<CustomerPlan> plans, List<Customer> written) {
        List<News> news = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            String topic = plans.get(i).before().isPresent() ? "customer.changed" : "customer.registered";
            news.add(CustomerNews.of(topic, written.get(i)));
        }
        return news;
    }
}
