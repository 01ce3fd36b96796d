package io.guanxi.crm.contact.service;

import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.fields.values.JdbcValueStore;
import io.guanxi.crm.platform.persistence.Jdbc;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the custom values of interactions lie. */
@Component(service = ValueStore.class)
public class InteractionValues extends JdbcValueStore {

    /** Of the records; those of the values are named after it. */
    public static final String TABLE = "CRM_CONTACT_INTERACTION";

    @Activate
    public InteractionValues(@Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource) {
        super("interaction", new Jdbc(dataSource), TABLE);
    }
}
