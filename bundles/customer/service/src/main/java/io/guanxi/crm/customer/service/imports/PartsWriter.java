package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.service.PartTable;
import io.guanxi.crm.customer.service.Parts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Phones, e-mail addresses and addresses of many customers. */
final class PartsWriter {

    private PartsWriter() {}

    static void write(Connection connection, List<CustomerPlan> plans, List<Customer> written) throws SQLException {
        write(connection, plans, written, Parts.PHONES, CustomerData::phones);
        write(connection, plans, written, Parts.EMAILS, CustomerData::emails);
        write(connection, plans, written, Parts.ADDRESSES, CustomerData::addresses);
    }

    private static <T> void write(
            Connection connection,
            List<CustomerPlan> plans,
            List<Customer> written,
            PartTable<T> table,
            Function<CustomerData, List<T>> parts)
            throws SQLException {
        List<PartTable.Change<T>> changes = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            Customer customer = written.get(i);
            List<T> before =
                    plans.get(i).before().map(b -> parts.apply(b.data())).orElse(List.of());
            changes.add(new PartTable.Change<>(customer.id().value(), before, parts.apply(customer.data())));
        }
        table.replaceAll(connection, changes);
    }
}
