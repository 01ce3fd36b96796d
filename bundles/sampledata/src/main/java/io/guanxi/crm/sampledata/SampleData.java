package io.guanxi.crm.sampledata;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.transaction.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the sample data into an archive that is empty, in the background. Each batch is one transaction, so that a load that
 * was cut off is finished at the next start, and a batch that met the exchange of a bundle is done again.
 */
@Component(
        configurationPid = "io.guanxi.crm.sampledata",
        immediate = true,
        service = HealthCheck.class,
        property = {"hc.name=sample data", "hc.tags=crm"})
@Designate(ocd = SampleData.Config.class)
public class SampleData implements HealthCheck {

    /** What to load. */
    @ObjectClassDefinition(name = "Guanxi CRM sample data")
    public @interface Config {
        @AttributeDefinition(
                description = "\"default\" loads the sample data into an empty archive, \"none\" loads nothing")
        String data() default "none";
    }

    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
    private static final int BATCH = 25;
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<Persons> persons;
    private final Neighbour<ContactLog> log;
    private final Neighbour<Ledger> ledger;
    private final Transactions transactions;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Result result;

    @Activate
    public SampleData(BundleContext context, @Reference Transactions transactions, Config config) {
        this(
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, Persons.class),
                Neighbour.tracked(context, ContactLog.class),
                Neighbour.tracked(context, Ledger.class),
                transactions,
                config.data().equals("default"));
    }

    SampleData(
            Neighbour<CustomerArchive> archive,
            Neighbour<Persons> persons,
            Neighbour<ContactLog> log,
            Neighbour<Ledger> ledger,
            Transactions transactions,
            boolean wanted) {
        this.archive = archive;
        this.persons = persons;
        this.log = log;
        this.ledger = ledger;
        this.transactions = transactions;
        this.result = wanted
                ? new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "waiting for the modules")
                : new Result(Result.Status.OK, "none wanted");
        this.thread = new Thread(this::run, "crm-sample-data");
        thread.setDaemon(true);
        if (wanted) {
            thread.start();
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        stop.countDown();
        thread.join(20_000);
        archive.close();
        persons.close();
        log.close();
        ledger.close();
    }

    @Override
    public Result execute() {
        return result;
    }

    private void run() {
        try {
            Callers.runAs(Caller.system("sample-data"), this::load);
        } catch (RuntimeException e) {
            LOG.error("the sample data could not be loaded", e);
            result = new Result(Result.Status.WARN, "could not be loaded, see the log");
        }
    }

    private void load() {
        awaitModules();
        if (!patiently(this::mayLoad)) {
            return;
        }
        long started = System.nanoTime();
        Iterator<SampleCustomer> samples = SampleGenerator.customers().iterator();
        int done = 0;
        while (samples.hasNext() && !isStopped()) {
            List<SampleCustomer> batch = next(samples);
            if (patiently(() -> write(batch))) {
                done += batch.size();
                result = new Result(
                        Result.Status.TEMPORARILY_UNAVAILABLE,
                        done + " of " + SampleGenerator.CUSTOMERS + " customers");
            }
        }
        if (!isStopped()) {
            LOG.info("sample data loaded: {} customers in {} ms", done, (System.nanoTime() - started) / 1_000_000);
            result = new Result(Result.Status.OK, "loaded");
        }
    }

    /**
     * The work, done again where something was exchanged under it. A module that stays away is waited for, however long:
     * whoever stopped it will start it again. What its own bundle threw while it went down passes; what else is wrong
     * doesn't, and is thrown after a few tries.
     *
     * @return what the work gave; false where we were stopped before
     */
    private boolean patiently(BooleanSupplier work) {
        int failures = 0;
        while (!isStopped()) {
            try {
                return work.getAsBoolean();
            } catch (UnavailableException e) {
                pause(e.retryAfter(), e);
            } catch (RuntimeException e) {
                failures++;
                if (failures == TRIES) {
                    throw e;
                }
                pause(PAUSE, e);
            }
        }
        return false;
    }

    private void pause(Duration pause, RuntimeException reason) {
        LOG.info("sample data go on in a moment: {}", reason.toString());
        try {
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private void awaitModules() {
        while (!isStopped()) {
            try {
                archive.get();
                persons.get();
                log.get();
                ledger.get();
                return;
            } catch (UnavailableException e) {
                LOG.debug("still waiting: {}", e.getMessage());
            }
        }
    }

    /** An archive is ours to fill while it is empty, or holds the beginning of an earlier load. */
    private boolean mayLoad() {
        Set<String> ends = Set.of(Customers.externalId(1), Customers.externalId(SampleGenerator.CUSTOMERS));
        int known = archive.get().byExternalIds(ends).size();
        if (known == 2) {
            result = new Result(Result.Status.OK, "loaded before");
            return false;
        }
        if (known == 0 && !isEmpty()) {
            LOG.info("no sample data: the archive is not empty");
            result = new Result(Result.Status.OK, "none, the archive is not empty");
            return false;
        }
        return true;
    }

    private boolean isEmpty() {
        return archive.get().list(CustomerQuery.byName(1)).rows().isEmpty();
    }

    private static List<SampleCustomer> next(Iterator<SampleCustomer> samples) {
        List<SampleCustomer> batch = new ArrayList<>();
        while (samples.hasNext() && batch.size() < BATCH) {
            batch.add(samples.next());
        }
        return batch;
    }

    private boolean write(List<SampleCustomer> batch) {
        SampleWriter writer = new SampleWriter(archive, persons, log, ledger);
        transactions.run(() -> {
            Set<String> known = archive.get()
                    .byExternalIds(batch.stream()
                            .map(sample -> sample.data().externalId().orElseThrow())
                            .toList())
                    .keySet();
            batch.stream()
                    .filter(sample -> !known.contains(sample.data().externalId().orElseThrow()))
                    .forEach(writer::write);
        });
        return true;
    }
}
