package io.guanxi.crm.itests;

import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.osgi.framework.Bundle;

/**
 * Bundles are exchanged while the sample data are being loaded. The load's transaction holds rows that the numbering of events
 * waits for on Derby, and the load waits for the outbox, which waits for its numbering to end: the load has to give way, and to
 * come back. The first test of all, since the data are loaded once.
 */
public class SampleDataTests extends InCrm {

    private static final Pattern PROGRESS = Pattern.compile("(\\d+) of (\\d+) customers");
    private static final int MORE = 100;
    private static final int ALL = 2000;

    @Test
    public void goOnAfterTheExchangeOfABundle() throws Exception {
        for (String name : List.of("io.guanxi.crm.platform.events.service", "io.guanxi.crm.customer.service")) {
            Eventually.holds("the sample data are being loaded", () -> done() > 0);
            int before = done();
            Bundle bundle = bundle(name);
            System.out.print("sample data: "
                    + new Console(context)
                            .run("crm:exchange " + name + " " + new NextVersion(bundle, "1.0.1.samples").unchanged()));
            Eventually.holds("the sample data go on: " + result(), () -> done() >= Math.min(ALL, before + MORE));
        }
    }

    private int done() {
        Result result = result();
        assertTrue(result.toString(), result.getStatus() != Result.Status.WARN);
        Matcher progress = PROGRESS.matcher(result.toString());
        if (progress.find()) {
            return Integer.parseInt(progress.group(1));
        }
        return result.isOk() ? ALL : 0;
    }

    private Result result() {
        return service(HealthCheck.class, "(hc.name=sample data)").execute();
    }
}
