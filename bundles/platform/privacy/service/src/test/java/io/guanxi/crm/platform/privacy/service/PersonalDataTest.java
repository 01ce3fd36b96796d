package io.guanxi.crm.platform.privacy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.Erasure.PartState;
import io.guanxi.crm.platform.privacy.NotYetException;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class PersonalDataTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final Subject WEI = new Subject("person", 5);
    private static final Text LABEL = new Text("Shelf", "书架");

    private final TestDatabase database;
    private final List<String> order = new ArrayList<>();
    private final Shelf records = new Shelf("records", PersonalDataSource.Stage.RECORDS, Set.of("person"));
    private final Shelf notes = new Shelf("a-notes", PersonalDataSource.Stage.RECORDS, Set.of());
    private final Shelf copies = new Shelf("a-copies", PersonalDataSource.Stage.COPIES, Set.of());

    @SuppressWarnings("NullAway.Init")
    private JdbcPersonalData data;

    @SuppressWarnings("NullAway.Init")
    private Trail trail;

    @Rule
    public final RuleChain rules;

    public PersonalDataTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        rules = RuleChain.outerRule(SignedIn.administrator()).around(database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("privacy");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "privacy");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        trail = new Trail();
        data = started();
        List.of(copies, notes, records).forEach(data::addSource);
        database.jdbc().update("CREATE TABLE SHELF (NAME VARCHAR(20))", statement -> {});
    }

    /** As after a restart. */
    private JdbcPersonalData started() {
        return new JdbcPersonalData(
                database.dataSource(),
                database.transactions(),
                new OpenAccess(),
                Neighbour.fixed(trail),
                Neighbour.<Jobs>fixed(new NoJobs()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    public void sourcesEraseInTheirOrderAndTheCertificateTellsWhatTheyDid() {
        Erasure asked = data.erase(WEI, "asked by 张伟");
        assertThat(asked.state()).isEqualTo(Erasure.State.RUNNING);

        data.carryOn();

        assertThat(order).containsExactly("records", "a-notes", "a-copies");
        Erasure done = data.find(asked.id());
        assertThat(done.state()).isEqualTo(Erasure.State.DONE);
        assertThat(done.finishedAt()).contains(NOW);
        assertThat(done.reason()).isEqualTo("asked by " + Traces.BLANK);
        assertThat(done.parts()).allMatch(part -> part.state() == PartState.DONE);
        String certificate = data.certificate(asked.id());
        assertThat(certificate)
                .contains("\"askedBy\":\"admin\"", "\"deed\":\"deleted\"", "\"count\":2")
                .doesNotContain("张伟");
        assertThat(done.hash()).contains(Certificate.hash(certificate));
        assertThat(trail.acts).hasSize(2);
        assertThat(trail.acts.get(1).detail())
                .containsEntry("certificate", done.hash().orElseThrow());
        assertThat(database.jdbc()
                        .first(
                                "SELECT COUNT(*) FROM CRM_PRIVACY_ERASURE WHERE TRACES IS NULL",
                                s -> {},
                                row -> row.getInt(1)))
                .contains(1);
    }

    @Test
    public void whatFailsIsDoneAgainAndWhatIsDoneIsNot() {
        copies.failure = Optional.of(new IllegalStateException("张伟 is in the way"));
        long id = data.erase(WEI, "asked").id();
        data.carryOn();

        Erasure.Part part = part(id, "a-copies");
        assertThat(part.state()).isEqualTo(PartState.RETRYING);
        assertThat(part.problem()).contains("java.lang.IllegalStateException");
        assertThat(erasedRows("a-copies")).isZero();

        copies.failure = Optional.empty();
        // another process goes on
        data = started();
        List.of(copies, notes, records).forEach(data::addSource);
        data.carryOn();

        assertThat(data.find(id).state()).isEqualTo(Erasure.State.DONE);
        assertThat(order).containsExactly("records", "a-notes", "a-copies", "a-copies");
        assertThat(part(id, "a-copies").attempts()).isEqualTo(2);
        assertThat(erasedRows("records")).isEqualTo(1);
        assertThat(erasedRows("a-copies")).isEqualTo(1);
    }

    @Test
    public void copiesWaitForAllRecords() {
        notes.failure = Optional.of(new NotYetException("busy", "忙"));
        long id = data.erase(WEI, "asked").id();
        data.carryOn();

        assertThat(order).containsExactly("records", "a-notes");
        assertThat(part(id, "a-notes").problem()).contains("busy");
        assertThat(part(id, "a-copies").state()).isEqualTo(PartState.WAITING);
    }

    @Test
    public void aSourceThatIsAwayIsWaitedForOrForgotten() {
        data.missingSources(); // enters those that are there
        data.removeSource(notes);
        assertThat(data.missingSources()).containsExactly("a-notes");
        assertThatThrownBy(() -> data.requireExport(WEI)).isInstanceOf(UnavailableException.class);
        long id = data.erase(WEI, "asked").id();
        data.carryOn();
        assertThat(part(id, "a-notes").state()).isEqualTo(PartState.AWAY);
        assertThat(order).isEmpty();

        data.forgetSource("a-notes");
        data.carryOn();
        assertThat(part(id, "a-notes").state()).isEqualTo(PartState.SKIPPED);
        assertThat(data.find(id).state()).isEqualTo(Erasure.State.DONE);
        assertThatThrownBy(() -> data.forgetSource("records")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> data.forgetSource("ghost")).isInstanceOf(NotFoundException.class);
    }

    @Test
    public void aPersonIsErasedOnceAndNotExportedAfterwards() {
        List<PersonalValue> values = new ArrayList<>();
        assertThat(data.export(WEI, values::add)).isEqualTo(3);
        assertThat(values).allMatch(value -> value.value().equals("张伟"));

        data.erase(WEI, "asked");

        assertThatThrownBy(() -> data.erase(WEI, "again")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> data.export(WEI, value -> {})).hasMessageContaining("erased");
        assertThatThrownBy(() -> data.erase(new Subject("person", 6), "who")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> data.erase(new Subject("ghost", 6), "who")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> data.erase(new Subject("person", 7), " ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() ->
                        data.certificate(data.list(Optional.empty(), 1).get(0).id()))
                .isInstanceOf(ConflictException.class);
    }

    private Erasure.Part part(long id, String source) {
        return data.find(id).parts().stream()
                .filter(part -> part.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private long erasedRows(String source) {
        return database.jdbc()
                .first(
                        "SELECT COUNT(*) FROM SHELF WHERE NAME = ?",
                        statement -> statement.setString(1, source),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Keeps the name of one person. */
    private final class Shelf implements PersonalDataSource {

        private final String name;
        private final Stage stage;
        private final Set<String> subjects;
        private Optional<RuntimeException> failure = Optional.empty();

        Shelf(String name, Stage stage, Set<String> subjects) {
            this.name = name;
            this.stage = stage;
            this.subjects = subjects;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Text label() {
            return LABEL;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public Set<String> subjects() {
            return subjects;
        }

        @Override
        public void require(Subject subject, Action action) {
            if (subject.id() != WEI.id()) {
                throw new NotFoundException("unknown", "unknown", "未知");
            }
        }

        @Override
        public void trace(Subject subject, Traces traces) {
            traces.text("张伟");
        }

        @Override
        public void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer) {
            consumer.accept(new PersonalValue(LABEL, subject.type(), "5", "name", LABEL, "张伟"));
        }

        @Override
        public Erased erase(Subject subject, Traces traces) {
            order.add(name);
            database.jdbc().update("INSERT INTO SHELF (NAME) VALUES (?)", statement -> statement.setString(1, name));
            failure.ifPresent(e -> {
                throw e;
            });
            return Erased.builder().deleted("thing", LABEL, 2).build();
        }
    }
}
