package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/** Stands for the archive: these customers are seen by whoever doesn't see everything. */
final class SeenCustomers implements CustomerScopes {

    final Set<Long> ids = new HashSet<>();

    @Override
    public Sql condition(String column, Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<CustomerId> visible(Collection<CustomerId> customers, Scope scope) {
        Set<CustomerId> seen = new HashSet<>(customers);
        seen.removeIf(customer -> !ids.contains(customer.value()));
        return seen;
    }

    @Override
    public void visitVisible(Scope scope, LongConsumer visitor) {
        ids.forEach(visitor::accept);
    }

    @Override
    public Set<CustomerId> writable(Collection<CustomerId> customers, Scope scope) {
        return visible(customers, scope);
    }
}
