package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.audit.SealHead;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.history.service.ActWriter.Done;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Origin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The trail in the database. */
@Component(
        service = {AuditTrail.class, JdbcAuditTrail.class},
        configurationPid = AuditConfig.PID)
@Designate(ocd = AuditConfig.class)
public class JdbcAuditTrail implements AuditTrail {

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final Anchors anchors;
    private final Sealer sealer;
    private final ActWriter writer;
    private final AuditList list;
    private final ReadNotes notes;
    private final int readsKeptDays;

    @Activate
    public JdbcAuditTrail(
            @Reference(target = "(osgi.jndi.service.name=crm/history)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access,
            AuditConfig config) {
        this(
                new Jdbc(dataSource),
                transactions,
                access,
                AuditConfig.Files.anchors(config),
                Clock.systemUTC(),
                config.readsKeptDays());
    }

    JdbcAuditTrail(Jdbc jdbc, Transactions transactions, Access access, Path anchors, Clock clock, int readsKeptDays) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.anchors = new Anchors(anchors);
        this.sealer = new Sealer(jdbc, transactions, this.anchors, clock);
        this.writer = new ActWriter(jdbc, new IdSequence("CRM_HISTORY_CHANGE_SEQ"));
        this.list = new AuditList(jdbc);
        this.notes = new ReadNotes(acts -> transactions.callAlone(() -> {
            writer.write(acts);
            return 0;
        }));
        this.readsKeptDays = readsKeptDays;
    }

    @Deactivate
    public void close() {
        notes.close();
    }

    Sealer sealer() {
        return sealer;
    }

    Retention retention() {
        return new Retention(jdbc, transactions, this, clock, readsKeptDays);
    }

    @Override
    public void record(Act act) {
        transactions.run(() -> writer.write(List.of(done(act))));
    }

    @Override
    public void note(Act act) {
        notes.add(done(act));
    }

    private Done done(Act act) {
        String by = act.by().or(() -> Callers.current().map(Caller::name)).orElse("");
        return new Done(act, clock.instant(), by, Origin.current().map(Origin::address));
    }

    @Override
    public List<Field> fields() {
        return AuditFields.ALL;
    }

    @Override
    public Slice<AuditEntry> list(ListQuery query) {
        access.requireAll(Action.READ, TYPE);
        notes.write();
        return list.page(query).map(this::seen);
    }

    private AuditEntry seen(AuditEntry entry) {
        return entry.recordType()
                .map(type -> entry.with(SeenChanges.of(entry.fields(), access.fields(type))))
                .orElse(entry);
    }

    @Override
    public Slice<AuditEntry> export(ListQuery query) {
        access.requireAll(Action.EXPORT, TYPE);
        notes.write();
        return list.page(query).map(this::seen);
    }

    @Override
    public long count(ListQuery query) {
        access.requireAll(Action.READ, TYPE);
        return list.count(query);
    }

    @Override
    public Optional<SealHead> head() {
        access.requireAll(Action.READ, TYPE);
        return new SealTable(jdbc).last().map(Seal::head);
    }

    @Override
    public Verification verify() {
        access.requireAll(Action.READ, TYPE);
        return verify(new CheckProgress());
    }

    /** The same in nobody's name. */
    Verification verify(CheckProgress progress) {
        notes.write();
        progress.expect(new Unsealed(jdbc).entries(), new SealTable(jdbc).lastPosition());
        sealer.sealAll(progress::isStopped, progress::sealed);
        progress.check();
        try (Anchors.Cursor cursor = anchors.read()) {
            return new Verifier(jdbc, cursor, progress).verify(clock);
        }
    }

    @Override
    public int erase(String recordType, long recordId, Set<String> fields) {
        access.requireAll(Action.CONFIGURE, TYPE);
        return transactions.call(() -> {
            List<Long> changes = new Eraser(jdbc).erase(recordType, recordId, fields);
            record(Act.of(ActKind.ERASED)
                    .on(recordType, recordId)
                    .telling("fields", List.copyOf(new TreeSet<>(fields)))
                    .telling(Permits.ENTRIES, changes));
            return changes.size();
        });
    }
}
