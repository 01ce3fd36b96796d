package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.service.exports.CustomersExport;
import io.guanxi.crm.customer.service.exports.PersonsExport;
import io.guanxi.crm.platform.exports.ExportColumn;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.RecordedUndo;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class RoundTripTest {

    private static final String CUSTOMERS =
            "externalId|code|name|kind|phones|emails|city|country|stage|sex|birthday|position";
    private static final String ZHANG =
            "E1|C-9|张伟|person|13900000000;+86-21-5555|zw@example.cn|上海|CN|intent|male|lunar 1988-02-03|经理";

    private final TestDatabase database = new TestDatabase("customer");
    private final RecordedOutbox outbox = new RecordedOutbox();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(database);

    private CustomersTarget customers;
    private PersonsTarget persons;
    private ExportSource customersOut;
    private ExportSource personsOut;

    @Before
    public void open() {
        OpenAccess access = new OpenAccess();
        customers = new CustomersTarget(database.dataSource(), outbox, access);
        persons = new PersonsTarget(database.dataSource(), outbox, access);
        customersOut = new CustomersExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
        personsOut = new PersonsExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
    }

    @Test
    public void whatIsExportedIsUnchangedWhenImportedAgain() {
        write(customers, CUSTOMERS, ZHANG, "E2|C-10|甲公司|company|||||lost|||");
        write(persons, "customerExternalId|name|phones|birthday|role", "E2|李四|139;138|1990-01-01|buyer", "E2|王五|||");

        assertThat(again(customersOut, customers)).isEqualTo(new ChunkOutcome(0, 0, 2, List.of()));
        assertThat(again(personsOut, persons)).isEqualTo(new ChunkOutcome(0, 0, 2, List.of()));
    }

    @Test
    public void exportsByRangeWhatItExportsByKey() {
        write(customers, CUSTOMERS, ZHANG, "E2|C-10|甲公司|company|||||lost|||");
        long[] ids = customersOut.all().next();

        assertThat(cells(customersOut, ids)).hasSize(2);
        assertThat(cells(customersOut, ids[1], ids[0], 1_000_000))
                .containsExactly(
                        cells(customersOut, ids).get(1),
                        cells(customersOut, ids).get(0));
        assertThat(cells(customersOut, ids[0]).get(0)).contains("13900000000;+86-21-5555", "lunar 1988-02-03");
    }

    @Test
    public void anUndoArchivesWhatIsNewAndBringsBackWhatWas() {
        write(customers, CUSTOMERS, ZHANG);
        List<List<Object>> before = cells(customersOut, customersOut.all().next());
        RecordedUndo log = write(
                customers,
                CUSTOMERS,
                "E1|C-9|张伟公司|company|1391|x@example.cn|北京|US|lost|||",
                "E2|C-10|甲公司|company|||||lost|||");

        UndoOutcome outcome = database.transactions().call(() -> customers.undo(log.entries()));

        assertThat(outcome).isEqualTo(new UndoOutcome(2, List.of()));
        assertThat(cells(customersOut, customersOut.all().next())).isEqualTo(before);
        assertThat(outbox.topics()).endsWith("customer.archived", "customer.changed");
    }

    @Test
    public void anUndoLeavesWhatWasChangedSince() {
        RecordedUndo log = write(customers, CUSTOMERS, ZHANG);
        write(customers, "externalId|name", "E1|张伟伟");

        UndoOutcome outcome = database.transactions().call(() -> customers.undo(log.entries()));

        assertThat(outcome.conflicts()).extracting(UndoConflict::code).containsExactly("changed-since");
        assertThat(customersOut.all().next()).hasSize(1);
    }

    @Test
    public void theSameFileBringsUndoneRecordsBack() {
        String person = "E1|李四|139|1990-01-01|buyer";
        RecordedUndo log = write(customers, CUSTOMERS, ZHANG);
        RecordedUndo people = write(persons, "customerExternalId|name|phones|birthday|role", person);
        List<List<Object>> before = cells(customersOut, customersOut.all().next());
        database.transactions().run(() -> persons.undo(people.entries()));
        database.transactions().run(() -> customers.undo(log.entries()));
        assertThat(customersOut.all().next()).isEmpty();
        assertThat(personsOut.all().next()).isEmpty();

        assertThat(chunk(customers, new RecordedUndo(), CUSTOMERS, ZHANG))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));
        assertThat(chunk(persons, new RecordedUndo(), "customerExternalId|name|phones|birthday|role", person))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));

        assertThat(cells(customersOut, customersOut.all().next())).isEqualTo(before);
        assertThat(personsOut.all().next()).hasSize(1);
    }

    @Test
    public void personsAreKnownAgainByNameAndReach() {
        write(customers, CUSTOMERS, ZHANG);
        String header = "customerCode|name|phones|position";
        write(persons, header, "C-9|李四|139|经理");

        assertThat(chunk(
                        persons,
                        new RecordedUndo(),
                        header,
                        "C-9|李 四|138|总监",
                        "C-9|王五|1391|",
                        "C-8|赵六|1392|",
                        "|孙七|1393|"))
                .satisfies(outcome -> {
                    assertThat(outcome.updated() + outcome.created()).isEqualTo(2);
                    assertThat(outcome.rejections())
                            .extracting(r -> r.line() + " " + r.code())
                            .containsExactly("4 unknown-customer", "5 customer-missing");
                });
    }

    private RecordedUndo write(ImportTarget target, String header, String... rows) {
        RecordedUndo log = new RecordedUndo();
        assertThat(chunk(target, log, header, rows).rejections()).isEmpty();
        return log;
    }

    private ChunkOutcome chunk(ImportTarget target, RecordedUndo log, String header, String... rows) {
        return FileRows.of(header, rows).into(target, database.transactions(), log);
    }

    private ChunkOutcome again(ExportSource source, ImportTarget target) {
        Map<String, Integer> header = new HashMap<>();
        for (ExportColumn column : source.columns()) {
            header.put(column.code(), header.size());
        }
        List<List<String>> rows = cells(source, source.all().next()).stream()
                .map(row -> row.stream().map(cell -> Objects.toString(cell, "")).toList())
                .toList();
        return new FileRows(header, rows).into(target, database.transactions());
    }

    private static List<List<Object>> cells(ExportSource source, long... ids) {
        List<List<Object>> rows = new ArrayList<>();
        for (ExportRow row : source.read(ids)) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.width(); i++) {
                cells.add(Objects.toString(row.get(i), ""));
            }
            rows.add(cells);
        }
        return rows;
    }
}
