package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Scripts of {@code itests/browser} in the Chromium of this machine. */
final class Chromium {

    private Chromium() {}

    /** Runs the script in the name of the tester; where there is no Chromium the test is skipped, but never on CI. */
    static void run(String script, Tester tester) throws Exception {
        Optional<Path> chromium = installed();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no Chromium on CI");
        }
        assumeTrue("skipped, no Chromium is installed on this machine", chromium.isPresent());
        Path root = Path.of(System.getProperty("crm.itest.root", "."));
        String environment = System.getProperty("crm.itest.environment");
        Path shots = root.resolve("itests/target/screenshots-" + environment);
        ProcessBuilder builder = new ProcessBuilder(
                "node", root.resolve("itests/browser").resolve(script).toString(), shots.toString());
        builder.environment().put("CRM_URL", Web.signedOut().base() + "/crm");
        builder.environment().put("CRM_USER", tester.name());
        builder.environment().put("CRM_PASSWORD", tester.password());
        // The pages are the same files in every environment.
        builder.environment().put("CRM_TOUR", "assembly".equals(environment) ? "whole" : "short");
        builder.environment().put("CHROMIUM", chromium.get().toString());
        Process process = builder.inheritIO().start();
        if (!process.waitFor(8, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the browser did not come to an end");
        }
        assertEquals(0, process.exitValue());
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
