package io.guanxi.crm.platform.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.edge.ExchangeFailedException;
import io.guanxi.crm.platform.edge.ExchangeReport;
import io.guanxi.crm.platform.edge.GateStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

public class BundleExchangeTest {

    private static final String SERVICE = "test.customer.service";
    private static final String WEB = "test.customer.web";

    @Rule
    public final Container container = new Container();

    private final ModuleGates gates = gates();
    private final BundleExchange exchange =
            new BundleExchange(container.context(), gates, Duration.ofMillis(200), Duration.ofMillis(500));
    private final Gate gate = gates.of("customer");

    private ModuleGates gates() {
        try {
            return new ModuleGates(container.context());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Before
    public void start() throws Exception {
        container.install(container.jar(SERVICE, "1.0.0", "serve"));
        container.install(container.jar(WEB, "1.0.0", "answer"));
    }

    @After
    public void stop() {
        gates.close();
    }

    @Test
    public void exchangesAServiceAndNothingElse() throws Exception {
        ExchangeReport report = exchange.exchange(SERVICE, container.jar(SERVICE, "1.1.0", "serve"), false);

        assertThat(report.oldVersion()).isEqualTo("1.0.0");
        assertThat(report.newVersion()).isEqualTo("1.1.0");
        assertThat(report.drained()).isTrue();
        assertThat(report.restarted()).isEmpty();
        assertThat(version(SERVICE)).isEqualTo("1.1.0 active");
        assertThat(served()).isTrue();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    public void exchangesTheApplicationItself() throws Exception {
        exchange.exchange(WEB, container.jar(WEB, "2.0.0", "answer"), false);

        assertThat(version(WEB)).isEqualTo("2.0.0 active");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    public void putsThePreviousVersionBackWhereTheNewOneDoesNotStart() throws Exception {
        Path broken = container.jar(SERVICE, "1.1.0", "fail");

        assertThatThrownBy(() -> exchange.exchange(SERVICE, broken, false))
                .isInstanceOf(ExchangeFailedException.class)
                .hasMessageContaining("The previous version serves again");

        assertThat(version(SERVICE)).isEqualTo("1.0.0 active");
        assertThat(served()).isTrue();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    public void putsThePreviousVersionBackWhereTheNewOneDoesNotServe() throws Exception {
        Path idle = container.jar(SERVICE, "1.1.0", "nothing");
        assertThatThrownBy(() -> exchange.exchange(SERVICE, idle, false)).hasMessageContaining("Greeting");
        assertThat(version(SERVICE)).isEqualTo("1.0.0 active");

        Path silent = container.jar(WEB, "1.1.0", "nothing");
        assertThatThrownBy(() -> exchange.exchange(WEB, silent, false)).hasMessageContaining("no REST application");
        assertThat(version(WEB)).isEqualTo("1.0.0 active");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    public void canExchangeAgainAfterThePreviousVersionWasPutBack() throws Exception {
        Path broken = container.jar(SERVICE, "1.1.0", "fail");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> exchange.exchange(SERVICE, broken, false))
                    .isInstanceOf(ExchangeFailedException.class);
        }
        exchange.exchange(SERVICE, container.jar(SERVICE, "1.2.0", "serve"), false);
        assertThat(version(SERVICE)).isEqualTo("1.2.0 active");
    }

    @Test
    public void changesNothingWhileRequestsAreInside() throws Exception {
        Path next = container.jar(SERVICE, "1.1.0", "serve");
        assertThat(gate.enter()).isTrue();

        assertThatThrownBy(() -> exchange.exchange(SERVICE, next, false)).hasMessageContaining("nothing was changed");
        assertThat(version(SERVICE)).isEqualTo("1.0.0 active");
        assertThat(gate.isOpen()).isTrue();

        assertThat(exchange.exchange(SERVICE, next, true).drained()).isFalse();
        assertThat(version(SERVICE)).isEqualTo("1.1.0 active");
    }

    @Test
    public void refusesWhatIsNotTheBundle() throws Exception {
        Path other = container.jar(WEB, "1.1.0", "answer");
        assertThatThrownBy(() -> exchange.exchange(SERVICE, other, false)).hasMessageContaining("is bundle " + WEB);
        assertThatThrownBy(() -> exchange.exchange("nobody", other, false)).hasMessageContaining("no bundle nobody");
        Path text = Files.writeString(Files.createTempFile("no", ".jar"), "no jar");
        assertThatThrownBy(() -> exchange.exchange(SERVICE, text, false)).hasMessageContaining("can't be read");
        Files.delete(text);
        assertThat(version(SERVICE)).isEqualTo("1.0.0 active");
    }

    @Test
    public void theGateFollowsTheApplication() throws BundleException {
        Bundle web = bundle(WEB);
        web.stop();
        assertThat(gate.isOpen()).isFalse();
        web.start();
        assertThat(gate.isOpen()).isTrue();
        assertThat(gates.list()).containsExactly(new GateStatus("customer", true, true, 0, 0, 0, 0, 0));
    }

    private boolean served() {
        return bundle(SERVICE).getRegisteredServices() != null;
    }

    private String version(String symbolicName) {
        Bundle bundle = bundle(symbolicName);
        return bundle.getVersion() + (bundle.getState() == Bundle.ACTIVE ? " active" : " inactive");
    }

    private Bundle bundle(String symbolicName) {
        for (Bundle bundle : container.context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new IllegalArgumentException(symbolicName);
    }
}
