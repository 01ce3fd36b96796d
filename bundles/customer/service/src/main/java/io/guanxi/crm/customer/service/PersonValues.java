package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.fields.values.JdbcValueStore;
import io.guanxi.crm.platform.persistence.Jdbc;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the custom values of persons lie. */
@Component(service = ValueStore.class)
public class PersonValues extends JdbcValueStore {

    /** Of the records; those of the values are named after it. */
    public static final String TABLE = "CRM_CUSTOMER_PERSON";

    @Activate
    public PersonValues(@Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource) {
        super("person", new Jdbc(dataSource), TABLE);
    }
}
