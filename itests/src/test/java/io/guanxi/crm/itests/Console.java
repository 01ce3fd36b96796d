package io.guanxi.crm.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedAction;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Karaf's shell without a terminal. */
final class Console {

    private static final int TRIES = 60;

    private final SessionFactory factory;
    private final Subject subject;

    /** For one who may do everything. */
    Console(BundleContext context) {
        this(context, "itests", "admin");
    }

    Console(BundleContext context, String user, String role) {
        this.subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        subject.getPrincipals().add(new RolePrincipal(role));
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

    /** Why the command is refused. */
    String refusal(String command) {
        try {
            return "not refused: " + once(command);
        } catch (Exception e) {
            return e + " " + e.getCause();
        }
    }

    /** Names of our commands, as far as they are shown to the user; Karaf remembers for each thread what it showed there. */
    Set<String> commands() throws Exception {
        PrivilegedAction<Set<String>> shown = () -> factory.getRegistry().getCommands().stream()
                .filter(command -> command.getScope().equals("crm"))
                .map(Command::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        FutureTask<Set<String>> task = new FutureTask<>(() -> Subject.doAs(subject, shown));
        new Thread(task, "commands").start();
        return task.get();
    }

    private String once(String command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Session session = factory.create(new ByteArrayInputStream(new byte[0]), out, out);
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
