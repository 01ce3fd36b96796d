package io.guanxi.crm.platform.persistence;

import io.guanxi.crm.platform.problem.UnavailableException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of the container's JTA transaction manager. */
@Component
public class JtaTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);
    private static final int TIMEOUT_SECONDS = 30;
    private static final int ATTEMPTS = 3;

    private final TransactionManager manager;

    @Activate
    public JtaTransactions(@Reference TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return active() ? joined(work) : begun(work);
    }

    @Override
    public <T> T callRepeatably(Supplier<T> work) {
        if (active()) {
            return joined(work);
        }
        for (int left = ATTEMPTS - 1; left > 0; left--) {
            try {
                return begun(work);
            } catch (UnavailableException e) {
                if (!Collision.is(e)) {
                    throw e;
                }
                LOG.info("a transaction stood in another's way and is done again: {}", e.getCause());
                stepAside();
            }
        }
        return begun(work);
    }

    /** For a random moment: two that met don't meet again. */
    private static void stepAside() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5, 50)));
    }

    @Override
    public <T> T callAlone(Supplier<T> work) {
        Transaction suspended = suspend();
        try {
            return begun(work);
        } finally {
            resume(suspended);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!active()) {
            action.run();
            return;
        }
        try {
            manager.getTransaction().registerSynchronization(new AfterCommit(action));
        } catch (RollbackException | SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private boolean active() {
        try {
            int status = manager.getStatus();
            return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private <T> T joined(Supplier<T> work) {
        boolean done = false;
        try {
            T result = told(work);
            done = true;
            return result;
        } finally {
            if (!done) {
                setRollbackOnly();
            }
        }
    }

    private <T> T begun(Supplier<T> work) {
        return told(() -> bracketed(work));
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Collision.is(e) && !(e instanceof UnavailableException) ? Collision.told(e) : e;
        }
    }

    private <T> T bracketed(Supplier<T> work) {
        begin();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            end(done);
        }
    }

    private void begin() {
        try {
            manager.setTransactionTimeout(TIMEOUT_SECONDS);
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private void end(boolean commit) {
        try {
            if (commit) {
                manager.commit();
            } else {
                manager.rollback();
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private void setRollbackOnly() {
        try {
            manager.setRollbackOnly();
        } catch (SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private @Nullable Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private void resume(@Nullable Transaction suspended) {
        if (suspended == null) {
            return;
        }
        try {
            manager.resume(suspended);
        } catch (javax.transaction.InvalidTransactionException | SystemException e) {
            throw new TransactionFailedException(e);
        }
    }

    private record AfterCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // only the outcome counts
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
