package io.guanxi.crm.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Karaf's shell without a terminal. */
final class Console {

    private static final int TRIES = 60;

    private final SessionFactory factory;

    Console(BundleContext context) {
        ServiceTracker<SessionFactory, SessionFactory> tracker =
                new ServiceTracker<>(context, SessionFactory.class, null);
        tracker.open();
        try {
            this.factory = tracker.waitForService(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the command prints; a command whose services are not there yet is awaited. */
    String run(String command) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return once(command);
            } catch (java.security.PrivilegedActionException e) {
                if (i == TRIES || !String.valueOf(e.getCause()).contains("Command not found")) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private String once(String command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Session session = factory.create(new ByteArrayInputStream(new byte[0]), out, out);
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("itests"));
        subject.getPrincipals().add(new RolePrincipal("admin"));
        try {
            Object result = Subject.doAs(subject, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
            if (result != null) {
                out.print(result);
            }
        } finally {
            session.close();
        }
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
