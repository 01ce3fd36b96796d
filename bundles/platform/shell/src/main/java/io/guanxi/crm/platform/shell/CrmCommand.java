package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import java.io.PrintStream;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * A command that looks its service up when it runs: Karaf registers the commands of a bundle only while every service that
 * any of them refers to is there, and {@code crm:status} has to work when one isn't.
 */
abstract class CrmCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    BundleContext bundles;

    @Reference
    @SuppressWarnings("NullAway.Init")
    Session session;

    @Override
    public @Nullable Object execute() throws Exception {
        run(session.getConsole());
        return null;
    }

    abstract void run(PrintStream console) throws Exception;

    /** Uses the service in the name of the console's user. */
    <S, T> T with(Class<S> service, Function<S, T> work) {
        try (Neighbour<S> neighbour = Neighbour.tracked(bundles, service)) {
            return Callers.callAs(ConsoleCaller.current(), () -> work.apply(neighbour.get()));
        }
    }
}
