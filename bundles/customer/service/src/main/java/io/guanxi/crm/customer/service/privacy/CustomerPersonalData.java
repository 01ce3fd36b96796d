package io.guanxi.crm.customer.service.privacy;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.customer.service.CustomerGate;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The persons of the archive: those at customers, and customers that are persons or households themselves. */
@Component
public class CustomerPersonalData implements PersonalDataSource {

    static final String PERSON = "person";
    static final String CUSTOMER = "customer";

    private final Access access;
    private final Jdbc jdbc;
    private final Outbox outbox;
    private final CustomerGate gate;
    private final StoredSubjects subjects;
    private final ArchiveTraces traces;
    private final ArchiveValues values;
    private final ArchiveEraser eraser;
    private final Neighbour<FieldCatalog> fields;

    @Activate
    public CustomerPersonalData(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference CustomerArchive archive,
            @Reference Persons persons,
            @Reference ChangeHistory history,
            @Reference Outbox outbox,
            @Reference Access access) {
        this(
                dataSource,
                archive,
                persons,
                Neighbour.tracked(context, FieldCatalog.class),
                history,
                outbox,
                access,
                Clock.systemUTC());
    }

    /** For plain Java, where nothing comes and goes. */
    public CustomerPersonalData(
            DataSource dataSource,
            CustomerArchive archive,
            Persons persons,
            Neighbour<FieldCatalog> fields,
            ChangeHistory history,
            Outbox outbox,
            Access access,
            Clock clock) {
        this.access = access;
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.fields = fields;
        this.gate = new CustomerGate(jdbc, clock);
        this.subjects = new StoredSubjects(jdbc, archive, persons);
        this.traces = new ArchiveTraces(subjects, history, fields);
        this.values = new ArchiveValues(subjects, fields);
        this.eraser = new ArchiveEraser(jdbc, clock);
    }

    @Deactivate
    void close() {
        fields.close();
    }

    @Override
    public String name() {
        return CUSTOMER;
    }

    @Override
    public Text label() {
        return new Text("Customer archive", "客户档案");
    }

    @Override
    public Set<String> subjects() {
        return Set.of(PERSON, CUSTOMER);
    }

    @Override
    public void require(Subject subject, Action action) {
        Scope scope = access.scope(action, subject.type());
        if (subject.type().equals(PERSON)) {
            PersonId person = new PersonId(subject.id());
            CustomerId customer = subjects.customerOf(person).orElseThrow(() -> new UnknownPersonException(person));
            if (!reaches(scope, customer, action)) {
                throw new UnknownPersonException(person);
            }
            return;
        }
        CustomerId customer = new CustomerId(subject.id());
        CustomerKind kind = subjects.kindOf(customer).orElseThrow(() -> new UnknownCustomerException(customer));
        if (!reaches(scope, customer, action)) {
            throw new UnknownCustomerException(customer);
        }
        if (!isPerson(kind)) {
            throw new InvalidValueException(
                    "id", "not-a-person", "This customer is neither a person nor a household.", "该客户不是个人或家庭。");
        }
    }

    private boolean reaches(Scope scope, CustomerId customer, Action action) {
        return !gate.reached(scope, List.of(customer), action != Action.READ).isEmpty();
    }

    static boolean isPerson(CustomerKind kind) {
        return kind == CustomerKind.PERSON || kind == CustomerKind.HOUSEHOLD;
    }

    @Override
    public void trace(Subject subject, Traces all) {
        if (subjects().contains(subject.type())) {
            traces.trace(subject, all);
        }
    }

    @Override
    public void visit(Subject subject, Traces all, Consumer<PersonalValue> consumer) {
        if (subjects().contains(subject.type())) {
            values.visit(subject, all, consumer);
        }
    }

    @Override
    public Erased erase(Subject subject, Traces all) {
        if (!subjects().contains(subject.type())) {
            return Erased.NOTHING;
        }
        return jdbc.with(connection -> {
            // Who is changing one of them is through after this, and what they wrote is there to be traced.
            eraser.lock(connection, all);
            traces.trace(subject, all);
            Erased.Builder did = Erased.builder();
            Map<Long, Long> customers = eraser.persons(connection, all.aboutOf(PERSON), did);
            customers.forEach((person, customer) -> outbox.publish(
                    new News("person.erased", PERSON, person, Map.of("customerId", Long.toString(customer)))));
            for (long id : all.aboutOf(CUSTOMER)) {
                Optional<CustomerKind> kind = subjects.kindOf(new CustomerId(id));
                if (kind.isPresent()) {
                    eraser.customer(connection, id, did);
                    outbox.publish(new News("customer.erased", CUSTOMER, id, Map.of()));
                }
            }
            eraser.mentions(connection, all, did);
            return did.build();
        });
    }
}
