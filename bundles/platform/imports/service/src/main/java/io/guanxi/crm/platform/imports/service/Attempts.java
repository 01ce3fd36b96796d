package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on a target in a transaction. What met an exchange of the target, or somebody else's change, is done again. */
final class Attempts<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int MOST = 5;

    private final Targets<T> targets;
    private final Transactions transactions;
    private final Duration patience;

    Attempts(Targets<T> targets, Transactions transactions, Duration patience) {
        this.targets = targets;
        this.transactions = transactions;
        this.patience = patience;
    }

    /** What the last attempt throws has rolled back. */
    <R> R call(long job, String type, Function<T, R> work) {
        for (int attempt = 1; ; attempt++) {
            T target = target(type);
            try {
                return transactions.call(() -> work.apply(target));
            } catch (RuntimeException e) {
                if (attempt == MOST || !mayPass(e, target)) {
                    throw e;
                }
                LOG.info("job {}: a chunk was rolled back and is done again ({})", job, e.toString());
            }
        }
    }

    /** @throws UnavailableException where the target stays away */
    T target(String type) {
        return targets.await(type, patience).orElseThrow(() -> new UnavailableException(type, Duration.ofSeconds(10)));
    }

    private boolean mayPass(RuntimeException e, T target) {
        return e instanceof UnavailableException
                || e instanceof StaleVersionException
                || (e instanceof SqlFailedException sql && sql.isConstraintViolation())
                || !targets.holds(target);
    }
}
