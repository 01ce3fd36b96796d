package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.CustomerArchive;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

public class StartTests extends InCrm {

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
