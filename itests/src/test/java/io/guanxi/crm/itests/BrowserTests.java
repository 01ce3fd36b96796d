package io.guanxi.crm.itests;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import org.junit.Test;

/** The pages in a real browser; the script fails on any console error. */
public class BrowserTests extends InCrm {

    @Test
    public void peopleCanWorkWithThePages() throws Exception {
        Tester tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        tester.web().awaitOk("/crm/api/segmentation/v1/rfm");
        tester.web().awaitOk("/crm/api/reporting/v1/reports");

        Chromium.run("run.mjs", tester);
    }
}
