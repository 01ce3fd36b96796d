package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.persistence.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Behaves like the container's template: one EntityManager a transaction, flushed and closed with it. */
final class TestJpaTemplate implements JpaTemplate {

    private final EntityManagerFactory factory;
    private final Transactions transactions;
    private final TransactionManager manager;
    private final Map<Transaction, EntityManager> open = new ConcurrentHashMap<>();

    TestJpaTemplate(EntityManagerFactory factory, Transactions transactions, TransactionManager manager) {
        this.factory = factory;
        this.transactions = transactions;
        this.manager = manager;
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        if (type == TransactionType.RequiresNew) {
            return transactions.callAlone(() -> code.apply(joined()));
        }
        if (type == TransactionType.Supports && status() == Status.STATUS_NO_TRANSACTION) {
            EntityManager alone = factory.createEntityManager();
            try {
                return code.apply(alone);
            } finally {
                alone.close();
            }
        }
        return transactions.call(() -> code.apply(joined()));
    }

    private EntityManager joined() {
        try {
            return open.computeIfAbsent(manager.getTransaction(), this::join);
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private EntityManager join(Transaction transaction) {
        EntityManager fresh = factory.createEntityManager();
        fresh.joinTransaction();
        try {
            transaction.registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // EclipseLink flushes by itself
                }

                @Override
                public void afterCompletion(int status) {
                    open.remove(transaction);
                    fresh.close();
                }
            });
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
        return fresh;
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, em -> {
            code.accept(em);
            return 0;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
