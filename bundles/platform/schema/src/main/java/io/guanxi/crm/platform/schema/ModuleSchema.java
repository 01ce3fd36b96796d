package io.guanxi.crm.platform.schema;

import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate before one module's persistence unit: the module's data source {@code crm/<module>} is registered once its
 * changelog has been applied, and only as long as the database is there. It is the same pool under another name, so that
 * all modules share one connection in a transaction.
 */
final class ModuleSchema extends ServiceTracker<DataSource, SchemaGate> {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSchema.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final Bundle bundle;
    private final SchemaHeader header;
    private final ScheduledExecutorService clock;
    private final SchemaHealth health;
    private final ServiceRegistration<HealthCheck> healthRegistration;

    private ModuleSchema(BundleContext context, Bundle bundle, SchemaHeader header, ScheduledExecutorService clock) {
        super(context, poolFilter(), null);
        this.bundle = bundle;
        this.header = header;
        this.clock = clock;
        this.health = new SchemaHealth(header.module());
        this.healthRegistration = context.registerService(HealthCheck.class, health, health.properties());
    }

    static ModuleSchema open(
            BundleContext context, Bundle bundle, SchemaHeader header, ScheduledExecutorService clock) {
        ModuleSchema schema = new ModuleSchema(context, bundle, header, clock);
        schema.open();
        return schema;
    }

    @Override
    public void close() {
        super.close();
        healthRegistration.unregister();
    }

    @Override
    public SchemaGate addingService(ServiceReference<DataSource> reference) {
        DataSource pool = context.getService(reference);
        SchemaGate gate = new SchemaGate(header.module(), health, () -> opened(pool), clock, PAUSE_MILLIS);
        gate.tryToOpen();
        return gate;
    }

    private Runnable opened(DataSource pool) {
        long started = System.nanoTime();
        new Migration(new BundleAndLiquibase(bundle).resources()).run(pool, header.changelog());
        LOG.info(
                "schema {} of {} {} is up to date ({} ms)",
                header.module(),
                bundle.getSymbolicName(),
                bundle.getVersion(),
                (System.nanoTime() - started) / 1_000_000);
        health.migrated(bundle.getVersion().toString());
        return context.registerService(DataSource.class, pool, properties())::unregister;
    }

    @Override
    public void removedService(ServiceReference<DataSource> reference, SchemaGate gate) {
        gate.close();
        context.ungetService(reference);
    }

    private Dictionary<String, Object> properties() {
        return FrameworkUtil.asDictionary(Map.of(
                "osgi.jndi.service.name", "crm/" + header.module(),
                "crm.schema", header.module(),
                "crm.schema.version", bundle.getVersion().toString()));
    }

    private static Filter poolFilter() {
        try {
            return FrameworkUtil.createFilter(
                    "(&(objectClass=javax.sql.DataSource)(dataSourceName=crm)(!(crm.schema=*)))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
