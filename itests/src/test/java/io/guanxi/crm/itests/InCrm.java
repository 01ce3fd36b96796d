package io.guanxi.crm.itests;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** A test that runs inside the container. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public abstract class InCrm {

    private static final long PATIENCE_MILLIS = 60_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    protected BundleContext context;

    @Configuration
    public Option[] options() {
        return Environment.options();
    }

    /** The service, once it is there. */
    protected final <T> T service(Class<T> type) {
        return service(type, "(objectClass=" + type.getName() + ")");
    }

    protected final <T> T service(Class<T> type, String filter) {
        try {
            ServiceTracker<T, T> tracker = new ServiceTracker<>(
                    context, context.createFilter("(&(objectClass=" + type.getName() + ")" + filter + ")"), null);
            tracker.open();
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new AssertionError("no " + type.getName() + " " + filter + " within a minute");
            }
            return service;
        } catch (InterruptedException | org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    protected final Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + symbolicName));
    }

    protected static boolean onDerby() {
        return System.getProperty("crm.itest.environment", "").equals("assembly");
    }

    protected static <T> T asAdministrator(Supplier<T> work) {
        return Callers.callAs(Caller.system("itests"), work);
    }
}
