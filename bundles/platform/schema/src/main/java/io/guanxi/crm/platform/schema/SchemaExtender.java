package io.guanxi.crm.platform.schema;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Watches for bundles that ask for tables and keeps a {@link ModuleSchema} for each while it runs. */
@Component(
        immediate = true,
        service = {})
public class SchemaExtender implements BundleTrackerCustomizer<ModuleSchema> {

    private final BundleContext context;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(SchemaExtender::thread);
    private final BundleTracker<ModuleSchema> tracker;

    @Activate
    public SchemaExtender(BundleContext context) {
        this.context = context;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void deactivate() {
        tracker.close();
        clock.shutdownNow();
    }

    @Override
    @SuppressWarnings("NullAway") // null is how a tracker is told to pass a bundle over
    public ModuleSchema addingBundle(Bundle bundle, BundleEvent event) {
        return SchemaHeader.of(bundle)
                .map(header -> ModuleSchema.open(context, bundle, header, clock))
                .orElse(null);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ModuleSchema schema) {
        // STARTING to ACTIVE changes nothing
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ModuleSchema schema) {
        schema.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-schema");
        thread.setDaemon(true);
        return thread;
    }
}
