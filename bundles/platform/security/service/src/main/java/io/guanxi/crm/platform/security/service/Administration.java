package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.FieldChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** How users, roles and departments are changed: by who may, one at a time, and seen at once. */
@Component(service = Administration.class)
public class Administration {

    private final AdministrationLock lock;
    private final Transactions transactions;
    private final Access access;
    private final Edition edition;
    private final Neighbour<ChangeLog> log;

    @Activate
    public Administration(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access,
            @Reference Edition edition,
            BundleContext bundles) {
        this(dataSource, transactions, access, edition, Neighbour.tracked(bundles, ChangeLog.class));
    }

    Administration(DataSource dataSource, Transactions transactions, Access access, Edition edition) {
        this(dataSource, transactions, access, edition, Neighbour.fixed(ChangeLog.none()));
    }

    Administration(
            DataSource dataSource,
            Transactions transactions,
            Access access,
            Edition edition,
            Neighbour<ChangeLog> log) {
        this.lock = new AdministrationLock(new Jdbc(dataSource));
        this.transactions = transactions;
        this.access = access;
        this.edition = edition;
        this.log = log;
    }

    @Deactivate
    public void close() {
        log.close();
    }

    /** Leaves in the history what somebody was given or lost; in the transaction of the change. */
    void told(String recordType, long id, Optional<? extends Record> before, Optional<? extends Record> after) {
        told(List.of(change(recordType, id, before, after)));
    }

    /** Leaves in the history that there is another password; nobody learns which. */
    void toldPassword(long user) {
        told(
                OwnTypes.USER,
                user,
                ChangeKind.CHANGED,
                List.of(new FieldChange("password", Optional.empty(), Optional.empty())));
    }

    private void told(String recordType, long id, ChangeKind kind, List<FieldChange> fields) {
        log.get().record(change(recordType, id, kind, fields));
    }

    private static Change change(String recordType, long id, ChangeKind kind, List<FieldChange> fields) {
        return new Change(recordType, id, kind, Instant.now(), Callers.require().name(), fields);
    }

    /** What becomes of a record, for {@link #told(List)}. */
    static Change change(
            String recordType, long id, Optional<? extends Record> before, Optional<? extends Record> after) {
        ChangeKind kind =
                before.isEmpty() ? ChangeKind.CREATED : after.isEmpty() ? ChangeKind.ARCHIVED : ChangeKind.CHANGED;
        return change(recordType, id, kind, FieldChanges.between(Told.fields(before), Told.fields(after)));
    }

    /** Leaves many changes in the history at once; in their transaction. */
    void told(List<Change> changes) {
        log.get().record(changes);
    }

    /** Does the work where the caller may configure records of the type. */
    <T> T change(String recordType, Supplier<T> work) {
        access.require(Action.CONFIGURE, recordType);
        return alone(work);
    }

    /** Does the work, whoever asks. */
    <T> T alone(Supplier<T> work) {
        return transactions.callRepeatably(() -> {
            lock.take();
            T result = work.get();
            transactions.afterCommit(edition::next);
            return result;
        });
    }

    void requireConfigure(String recordType) {
        access.require(Action.CONFIGURE, recordType);
    }

    void requireRead(String recordType) {
        access.require(Action.READ, recordType);
    }
}
