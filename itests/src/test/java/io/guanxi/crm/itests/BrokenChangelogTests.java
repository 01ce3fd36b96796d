package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.CustomerArchive;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

public class BrokenChangelogTests extends InCrm {

    private static final String BROKEN =
            """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                logicalFilePath="broken">
              <changeSet id="1" author="itests"><sql>CREATE NONSENSE</sql></changeSet>
            </databaseChangeLog>
            """;

    @Test
    public void keepsOnlyItsOwnModuleDown() throws Exception {
        service(CustomerArchive.class);
        Web web = Web.signedOut();
        web.awaitOk("/crm/health");

        Bundle broken = context.installBundle(
                "broken-module",
                new ByteArrayInputStream(Jars.bundle(
                        "itests.broken",
                        Map.of("Crm-Schema", "broken;changelog=db/broken.xml"),
                        Map.of("db/broken.xml", BROKEN))));
        try {
            broken.start();

            assertEquals("broken", 0, references("(osgi.jndi.service.name=crm/broken)"));
            Web.Answer health = web.get("/crm/health");
            assertEquals(503, health.status());
            assertTrue(health.body(), health.body().contains("schema broken"));
            assertTrue(health.body(), health.body().contains("CRITICAL"));
            assertEquals(1, references("(osgi.jndi.service.name=crm/customer)"));
            assertNotNull(context.getServiceReference(CustomerArchive.class));
        } finally {
            broken.uninstall();
        }
        web.awaitOk("/crm/health");
        assertNull(context.getBundle("broken-module"));
    }

    private int references(String filter) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(DataSource.class.getName(), filter);
        return found == null ? 0 : found.length;
    }
}
