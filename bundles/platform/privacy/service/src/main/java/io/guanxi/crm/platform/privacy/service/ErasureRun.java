package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.Erasure.Part;
import io.guanxi.crm.platform.privacy.Erasure.PartState;
import io.guanxi.crm.platform.privacy.NotYetException;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries erasures on from where they are. What a source does commits together with the note that it did; whatever stops
 * this, what is noted is done and the rest is not.
 */
final class ErasureRun {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRun.class);
    private static final Set<PartState> OVER = Set.of(PartState.DONE, PartState.SKIPPED);

    private final ErasureTable table;
    private final Sources sources;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    ErasureRun(ErasureTable table, Sources sources, Transactions transactions, AuditTrail trail, Clock clock) {
        this.table = table;
        this.sources = sources;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    void carryOn(BooleanSupplier stopped) {
        List<SourceRow> known = sources.known();
        for (long id : table.running()) {
            if (stopped.getAsBoolean()) {
                return;
            }
            transactions.run(() -> table.add(erasure(id), known));
            if (isTraced(id, known)) {
                carryOn(id, known, stopped);
            }
        }
    }

    private Erasure erasure(long id) {
        return table.find(id).orElseThrow();
    }

    // Before anything goes, everybody says where the person is to be found.
    private boolean isTraced(long id, List<SourceRow> known) {
        if (table.traces(id).isPresent()) {
            return true;
        }
        List<String> missing = known.stream()
                .map(SourceRow::name)
                .filter(name -> sources.find(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            transactions.run(() -> missing.forEach(name -> table.state(id, name, PartState.AWAY)));
            return false;
        }
        return tried(id, known.get(0).name(), () -> {
            Traces traces = new Traces();
            Subject subject = erasure(id).subject();
            sources.present().forEach(source -> source.trace(subject, traces));
            table.keep(id, traces);
        });
    }

    private void carryOn(long id, List<SourceRow> known, BooleanSupplier stopped) {
        Set<String> copies = known.stream()
                .filter(SourceRow::isOfCopies)
                .map(SourceRow::name)
                .collect(Collectors.toSet());
        boolean going = true;
        for (Part part : erasure(id).parts()) {
            if (OVER.contains(part.state())) {
                continue;
            }
            if (stopped.getAsBoolean() || (copies.contains(part.source()) && !recordsAreGone(id, copies))) {
                return;
            }
            Optional<PersonalDataSource> source = sources.find(part.source());
            if (source.isEmpty()) {
                transactions.run(() -> table.state(id, part.source(), PartState.AWAY));
                going = false;
            } else {
                going &= tried(id, part.source(), () -> erase(id, source.get()));
            }
        }
        if (going) {
            transactions.run(() -> finish(id));
        }
    }

    private boolean recordsAreGone(long id, Set<String> copies) {
        return erasure(id).parts().stream()
                .filter(part -> !copies.contains(part.source()))
                .allMatch(part -> OVER.contains(part.state()));
    }

    private void erase(long id, PersonalDataSource source) {
        Subject subject = erasure(id).subject();
        Traces traces = table.traces(id).orElseThrow();
        // What came since the erasure began.
        source.trace(subject, traces);
        Erased did = source.erase(subject, traces);
        table.keep(id, traces);
        table.done(id, source.name(), did, clock.instant());
        LOG.info("erasure {}: {} is done", id, source.name());
    }

    // Of a failure neither log nor table gets the text: it may quote what is to be erased.
    private boolean tried(long id, String source, Runnable work) {
        try {
            transactions.run(work);
            return true;
        } catch (NotYetException e) {
            transactions.run(() -> table.failed(id, source, e.text().en()));
        } catch (UnavailableException e) {
            transactions.run(() -> table.failed(id, source, "unavailable"));
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String failure = cause.getClass().getName();
            LOG.warn("erasure {}: {} failed with {} at {}", id, source, failure, first(cause));
            transactions.run(() -> table.failed(id, source, failure));
        }
        return false;
    }

    private static String first(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }

    private void finish(long id) {
        Erasure erasure = erasure(id);
        if (!erasure.parts().stream().allMatch(part -> OVER.contains(part.state()))) {
            return;
        }
        Instant now = clock.instant();
        String reason = table.traces(id).orElseThrow().without(erasure.reason());
        Certificate certificate = Certificate.of(erasure, reason, now);
        table.finish(id, reason, now, certificate.text(), certificate.hash());
        trail.record(Act.of(ActKind.ERASED)
                .on(erasure.subject().type(), erasure.subject().id())
                .telling("erasure", Long.toString(id))
                .telling("askedBy", erasure.askedBy())
                .telling("certificate", certificate.hash()));
        LOG.info("erasure {} is done, certificate {}", id, certificate.hash());
    }
}
