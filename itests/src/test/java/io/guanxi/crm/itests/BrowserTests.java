package io.guanxi.crm.itests;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.util.List;
import org.junit.Test;

/** The pages in a real browser; the script fails on any console error. */
public class BrowserTests extends InCrm {

    @Test
    public void whatPeopleWriteStaysText() throws Exception {
        Tester tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        for (String module : List.of("customer/v1/customers", "contact/v1/interactions", "transaction/v1/orders")) {
            tester.web().awaitOk("/crm/api/" + module + "?limit=1");
        }

        Chromium.run("inert.mjs", tester);
    }

    @Test
    public void peopleCanWorkWithThePages() throws Exception {
        Tester tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        tester.web().awaitOk("/crm/api/segmentation/v1/rfm");
        tester.web().awaitOk("/crm/api/reporting/v1/reports");

        Chromium.run("run.mjs", tester);
    }
}
