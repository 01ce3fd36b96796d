package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import io.guanxi.crm.platform.security.Accounts;
import io.guanxi.crm.platform.security.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Test;

/** The pages in a real browser; the script fails on any console error. */
public class BrowserTests extends InCrm {

    @Test
    public void peopleCanWorkWithThePages() throws Exception {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no Chromium on CI");
        }
        assumeTrue("skipped, no Chromium is installed on this machine", chromium.isPresent());
        Tester tester = Tester.of(service(Accounts.class), Caller.ADMINISTRATOR);
        tester.web().awaitOk("/crm/api/segmentation/v1/rfm");
        tester.web().awaitOk("/crm/api/reporting/v1/reports");
        Path root = Path.of(System.getProperty("crm.itest.root", "."));
        Path shots = root.resolve("itests/target/screenshots-" + System.getProperty("crm.itest.environment"));

        ProcessBuilder builder = new ProcessBuilder(
                "node", root.resolve("itests/browser/run.mjs").toString(), shots.toString());
        builder.environment().put("CRM_URL", Web.signedOut().base() + "/crm");
        builder.environment().put("CRM_USER", tester.name());
        builder.environment().put("CRM_PASSWORD", tester.password());
        builder.environment().put("CHROMIUM", chromium.get().toString());
        Process process = builder.inheritIO().start();
        if (!process.waitFor(8, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the browser did not come to an end");
        }

        assertEquals(0, process.exitValue());
    }

    private static Optional<Path> chromium() throws IOException {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
