package io.guanxi.crm.platform.testing;

import javax.transaction.TransactionManager;
import org.eclipse.persistence.transaction.JTATransactionController;
import org.jspecify.annotations.Nullable;

/** Shows EclipseLink the transaction manager of the test; EclipseLink makes it by its name, so it is handed over here. */
public final class TestTransactionController extends JTATransactionController {

    private static volatile @Nullable TransactionManager current;

    static void use(TransactionManager manager) {
        current = manager;
    }

    @Override
    protected TransactionManager acquireTransactionManager() {
        TransactionManager manager = current;
        if (manager == null) {
            throw new IllegalStateException("no transaction manager yet");
        }
        return manager;
    }
}
