package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.fields.values.JdbcValueStore;
import io.guanxi.crm.platform.persistence.Jdbc;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the custom values of orders lie. */
@Component(service = ValueStore.class)
public class OrderValues extends JdbcValueStore {

    /** Of the records; those of the values are named after it. */
    public static final String TABLE = "CRM_TRANSACTION_ORDER";

    @Activate
    public OrderValues(@Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource) {
        super("order", new Jdbc(dataSource), TABLE);
    }
}
