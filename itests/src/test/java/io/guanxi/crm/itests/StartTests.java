package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.platform.security.SetUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

public class StartTests extends InCrm {

    private static final String SET_UP = "/crm/api/platform/v1/setup";
    private static final String FIRST = "first-administrator";
    private static final String PASSWORD = "correct horse battery staple";

    @Test
    public void everyBundleIsActive() throws Exception {
        service(CustomerArchive.class);
        Web.signedOut().awaitOk("/crm/health");
        List<String> inactive = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .map(Bundle::toString)
                .toList();
        assertEquals(List.of(), inactive);
    }

    @Test
    public void becomesHealthy() throws Exception {
        Web web = Web.signedOut();
        Web.Answer answer = web.awaitOk("/crm/health");
        assertTrue(answer.body(), answer.body().contains("schema customer"));
    }

    @Test
    public void whoReadsTheTokenOnTheServerMakesTheFirstAdministrator() throws Exception {
        Web web = Web.signedOut().with("Accept-Language", "en");
        web.awaitOk("/crm/health");
        Path token = service(SetUp.class).tokenFile();
        String text = Files.readString(token);

        assertEquals("{\"needed\":true}", web.get(SET_UP).body());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
        Web.Answer guess = web.post(SET_UP, administrator("0".repeat(32)));
        assertEquals(guess.body(), 422, guess.status());
        assertTrue(guess.body(), guess.body().contains("\"field\":\"token\""));
        assertTrue(web.get(SET_UP).body().contains("true"));

        Web.Answer made = web.post(SET_UP, administrator(text));
        assertEquals(made.body(), 200, made.status());
        assertTrue(made.body(), made.body().contains("\"roles\":[\"administrator\"]"));
        assertEquals(
                200, web.basic(FIRST, PASSWORD).get("/crm/api/platform/v1/me").status());
        assertEquals("{\"needed\":false}", web.get(SET_UP).body());
        assertFalse(Files.exists(token));
        assertEquals(409, web.post(SET_UP, administrator(text)).status());
    }

    private static String administrator(String token) {
        return "{\"token\":\"" + token + "\",\"name\":\"" + FIRST + "\",\"password\":\"" + PASSWORD + "\"}";
    }

    @Test
    public void noAccountHasAPasswordThatIsKnown() throws Exception {
        Web web = Web.signedOut();
        web.awaitOk("/crm/health");
        for (String name : List.of("admin", "karaf", "root", "administrator")) {
            for (String password : List.of("admin", "karaf", "password", "", "admin123", "root")) {
                int status =
                        web.basic(name, password).get("/crm/api/platform/v1/me").status();
                assertTrue("refused, or throttled: " + status, status == 401 || status == 429);
            }
        }
    }
}
