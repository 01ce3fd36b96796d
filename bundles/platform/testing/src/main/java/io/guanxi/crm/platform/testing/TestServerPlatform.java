package io.guanxi.crm.platform.testing;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** A server platform whose only trait is the test's transaction controller. */
public final class TestServerPlatform extends ServerPlatformBase {

    public TestServerPlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<? extends JTATransactionController> getExternalTransactionControllerClass() {
        return TestTransactionController.class;
    }
}
