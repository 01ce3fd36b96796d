package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How users, roles and departments are changed: by who may, one at a time, and seen at once. */
@Component(service = Administration.class)
public class Administration {

    private final AdministrationLock lock;
    private final Transactions transactions;
    private final Access access;
    private final Edition edition;

    @Activate
    public Administration(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access,
            @Reference Edition edition) {
        this.lock = new AdministrationLock(new Jdbc(dataSource));
        this.transactions = transactions;
        this.access = access;
        this.edition = edition;
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

    void requireRead(String recordType) {
        access.require(Action.READ, recordType);
    }
}
