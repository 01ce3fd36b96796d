package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.privacy.UnknownErasureException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Personal data over all sources that are there. */
@Component(
        service = {PersonalData.class, JdbcPersonalData.class},
        immediate = true)
public class JdbcPersonalData implements PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPersonalData.class);
    private static final Caller SYSTEM = Caller.system("privacy");
    private static final int LONGEST_REASON = 500;
    private static final int MOST_AT_ONCE = 1000;

    private final Sources sources;
    private final ErasureTable table;
    private final Transactions transactions;
    private final Access access;
    private final Neighbour<AuditTrail> trail;
    private final Neighbour<Jobs> jobs;
    private final Clock clock;

    @Activate
    public JdbcPersonalData(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/privacy)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this(
                dataSource,
                transactions,
                access,
                Neighbour.tracked(context, AuditTrail.class),
                Neighbour.tracked(context, Jobs.class),
                Clock.systemUTC());
    }

    /** For plain Java, where nothing comes and goes. */
    public JdbcPersonalData(
            DataSource dataSource,
            Transactions transactions,
            Access access,
            Neighbour<AuditTrail> trail,
            Neighbour<Jobs> jobs,
            Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.sources = new Sources(jdbc, transactions);
        this.table = new ErasureTable(jdbc);
        this.transactions = transactions;
        this.access = access;
        this.trail = trail;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        trail.close();
        jobs.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(PersonalDataSource source) {
        sources.add(source);
    }

    public void removeSource(PersonalDataSource source) {
        sources.remove(source);
    }

    ErasureRun run() {
        return new ErasureRun(table, sources, transactions, trail.get(), clock);
    }

    /** Does now what the job would do; for plain Java. */
    public void carryOn() {
        Callers.runAs(SYSTEM, () -> run().carryOn(() -> false));
    }

    @Override
    public void requireExport(Subject subject) {
        access.require(Action.EXPORT, TYPE);
        requireThere(subject);
        sources.all();
        sources.of(subject).require(subject, Action.READ);
    }

    @Override
    public long export(Subject subject, Consumer<PersonalValue> consumer) {
        requireExport(subject);
        trail.get().record(Act.of(ActKind.EXPORT_BEGUN).on(subject.type(), subject.id()));
        // A person's own fits into memory, and whoever reads slowly must not hold a transaction.
        List<PersonalValue> values = Callers.callAs(SYSTEM, () -> transactions.call(() -> values(subject)));
        values.forEach(consumer);
        trail.get()
                .record(Act.of(ActKind.EXPORTED)
                        .on(subject.type(), subject.id())
                        .telling("values", values.size()));
        return values.size();
    }

    private List<PersonalValue> values(Subject subject) {
        List<PersonalDataSource> all = sources.all();
        Traces traces = new Traces();
        all.forEach(source -> source.trace(subject, traces));
        List<PersonalValue> values = new ArrayList<>();
        all.forEach(source -> source.visit(subject, traces, values::add));
        return values;
    }

    private void requireThere(Subject subject) {
        Optional<Erasure> erased = table.of(subject).filter(erasure -> isShown(erasure, Action.EXPORT));
        if (erased.isPresent()) {
            throw new NotFoundException(
                    "erased",
                    "This person was erased; see erasure " + erased.get().id() + ".",
                    "该个人数据已删除，见删除记录 " + erased.get().id() + "。");
        }
    }

    @Override
    public void requireErase() {
        access.require(Action.ARCHIVE, TYPE);
    }

    @Override
    public Erasure erase(Subject subject, String reason) {
        requireErase();
        FieldErrors errors = new FieldErrors();
        String clean = errors.required("reason", reason, LONGEST_REASON);
        errors.throwIfAny();
        Optional<Erasure> before = table.of(subject).filter(erasure -> isShown(erasure, Action.ARCHIVE));
        if (before.isPresent()) {
            throw alreadyErased();
        }
        sources.of(subject).require(subject, Action.ARCHIVE);
        Erasure erasure = transactions.call(() -> {
            long id = insert(subject, clean);
            table.add(table.find(id).orElseThrow(), sources.known());
            trail.get()
                    .record(Act.of(ActKind.ERASED)
                            .on(subject.type(), subject.id())
                            .telling("erasure", Long.toString(id))
                            .telling("asked", true));
            return table.find(id).orElseThrow();
        });
        transactions.afterCommit(this::hurry);
        return erasure;
    }

    private long insert(Subject subject, String reason) {
        try {
            return table.insert(
                    subject, reason, clock.instant(), Callers.require().name());
        } catch (SqlFailedException e) {
            if (UniqueViolation.of(e, ErasureTable.KEY)) {
                throw alreadyErased();
            }
            throw e;
        }
    }

    private static ConflictException alreadyErased() {
        return new ConflictException(
                "already-erased", "This person was erased already, or is being erased.", "该个人数据已删除或正在删除。");
    }

    // Where this fails the job comes to it by itself.
    private void hurry() {
        try {
            Callers.runAs(SYSTEM, () -> jobs.get().start(ErasureJob.NAME));
        } catch (CrmException e) {
            LOG.debug("the job isn't started now", e);
        }
    }

    // A record that is gone belongs to nobody: those with part of the reach see what they asked for themselves.
    private boolean isShown(Erasure erasure, Action action) {
        return access.scope(action, TYPE).everything()
                || erasure.askedBy().equals(Callers.require().name());
    }

    @Override
    public Erasure find(long id) {
        access.require(Action.READ, TYPE);
        return table.find(id)
                .filter(erasure -> isShown(erasure, Action.READ))
                .orElseThrow(UnknownErasureException::new);
    }

    @Override
    public List<Erasure> list(Optional<Long> before, int limit) {
        boolean all = access.scope(Action.READ, TYPE).everything();
        return table.list(
                before,
                all ? Optional.empty() : Optional.of(Callers.require().name()),
                Math.max(1, Math.min(limit, MOST_AT_ONCE)));
    }

    @Override
    public String certificate(long id) {
        find(id);
        return table.certificate(id)
                .orElseThrow(() -> new ConflictException(
                        "not-done", "The erasure is under way; there is no certificate yet.", "删除尚未完成，还没有证明。"));
    }

    @Override
    public List<String> missingSources() {
        access.require(Action.READ, TYPE);
        return sources.missing();
    }

    @Override
    public void forgetSource(String name) {
        if (!Callers.require().isAdministrator()) {
            throw new ForbiddenException();
        }
        if (sources.find(name).isPresent()) {
            throw new ConflictException("source-there", "This source is there.", "该数据来源仍在使用。");
        }
        transactions.run(() -> {
            if (!sources.forget(name)) {
                throw new NotFoundException("unknown-source", "There is no such source.", "没有该数据来源。");
            }
            table.skip(name);
        });
    }
}
