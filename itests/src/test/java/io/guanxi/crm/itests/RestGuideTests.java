package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The REST guide holds: what it tells to type is answered as it shows, and the addresses it names are there. */
public class RestGuideTests extends InCrm {

    private static final Path GUIDE =
            Path.of(System.getProperty("crm.itest.root", ".")).resolve("docs/rest.md");

    @Test
    public void everyExampleIsAnsweredAsShown() throws Exception {
        boolean possible = GuideRun.isPossible();
        if (!possible && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no curl or no bash on CI");
        }
        assumeTrue("skipped, curl or bash is missing on this machine", possible);
        Tester tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        for (String path : List.of("customer/v1/customers", "contact/v1/interactions", "transaction/v1/orders")) {
            tester.web().awaitOk("/crm/api/" + path + "?limit=1");
        }
        Map<String, String> names =
                Map.of("BASE", tester.web().base() + "/crm/api", "USER", tester.name(), "PASSWORD", tester.password());

        List<GuideExample> examples = GuideExample.in(Files.readAllLines(GUIDE));
        assertEquals(List.of(), new GuideRun(GUIDE, names).failures(examples));
        long compared =
                examples.stream().filter(one -> one.answer().isPresent()).count();
        assertTrue(examples.size() + " examples, " + compared + " answers", compared >= 20);
    }

    @Test
    public void everyAddressThatADocumentNamesIsThere() throws Exception {
        Web web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        List<String> there = ApiDocument.of(web).routes().stream()
                .map(route -> NamedPaths.normal(route.path()))
                .toList();
        List<String> astray = new ArrayList<>();
        int named = 0;
        for (String document : List.of("rest.md", "import.md", "custom-fields.md", "operate.md")) {
            for (String path : NamedPaths.in(Files.readAllLines(GUIDE.resolveSibling(document)))) {
                named++;
                // A stream is no resource: it is tried by itself.
                if (there.stream().noneMatch(one -> NamedPaths.isSame(one, path)) && !path.endsWith("/events/stream")) {
                    astray.add(document + ": " + path);
                }
            }
        }

        assertEquals(List.of(), astray);
        assertTrue(named + " addresses", named >= 40);
    }
}
