package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Knows customers by a number up to 1000, and nothing of them but a name. */
final class KnownCustomers implements CustomerArchive {

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        return ids.stream()
                .filter(id -> id.value() <= 1000)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> "N" + id));
    }

    @Override
    public Customer register(CustomerData data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer change(CustomerId id, long version, UnaryOperator<CustomerData> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer archive(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer restore(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Field> fields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<CustomerEntry> list(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }
}
