package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who reaches which customer, for other modules. */
@Component
public class JdbcCustomerScopes implements CustomerScopes {

    private static final int BATCH = 5000;

    private final Jdbc jdbc;
    private final CustomerGate gate;
    private final ScopeSql sql;

    @Activate
    public JdbcCustomerScopes(@Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource) {
        this(dataSource, Clock.systemUTC());
    }

    /** For plain Java. */
    public JdbcCustomerScopes(DataSource dataSource, Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.gate = new CustomerGate(jdbc, clock);
        this.sql = new ScopeSql(clock);
    }

    @Override
    public Sql condition(String column, Scope scope) {
        return sql.ofCustomers(column, scope);
    }

    @Override
    public Set<CustomerId> visible(Collection<CustomerId> customers, Scope scope) {
        return gate.reached(scope, customers, false);
    }

    @Override
    public void visitVisible(Scope scope, LongConsumer visitor) {
        Sql all = Sql.of("SELECT C.ID FROM CRM_CUSTOMER_CUSTOMER C WHERE 1 = 1").add(sql.condition(scope));
        jdbc.stream(all.text(), all::bind, BATCH, row -> visitor.accept(row.getLong(1)));
    }

    @Override
    public Set<CustomerId> writable(Collection<CustomerId> customers, Scope scope) {
        return gate.reached(scope, customers, true);
    }
}
