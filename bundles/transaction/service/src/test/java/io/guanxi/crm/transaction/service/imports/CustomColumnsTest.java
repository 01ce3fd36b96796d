package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.service.OrderValues;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class CustomColumnsTest {

    private static final List<String> HEADER = List.of(
            "orderNumber",
            "customerExternalId",
            "orderedAt",
            "currency",
            "product",
            "quantity",
            "unitPrice",
            "custom.channel");

    private final TestDatabase database = new TestDatabase("customer", "transaction", "fields", "history");
    private final TradeDesk desk = new TradeDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    private JdbcFieldCatalog catalog;
    private JdbcChangeLog log;
    private OrdersTarget target;

    @Before
    public void open() {
        OpenAccess access = new OpenAccess();
        RecordedOutbox outbox = new RecordedOutbox();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new OrderValues(database.dataSource()));
        catalog.define(FieldDefinition.of("order", "channel", FieldType.TEXT, "Sales channel", "销售渠道"));
        log = new JdbcChangeLog(database.dataSource(), access);
        target = new OrdersTarget(
                database.dataSource(),
                outbox,
                access,
                Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource())),
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                Neighbour.fixed(catalog),
                log,
                ZoneOffset.UTC,
                Clock.systemUTC());
        desk.customer("E1");
    }

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void linesThatAreSilentAgreeWithTheOthers() {
        assertThat(imported("", "Tmall").created()).isEqualTo(1);
        assertThat(channel()).isEqualTo(CustomValues.of("channel", new TextValue("Tmall")));

        assertThat(imported("JD", "JD").updated()).isEqualTo(1);
        assertThat(channel()).isEqualTo(CustomValues.of("channel", new TextValue("JD")));
        assertThat(imported("JD", "").unchanged()).isEqualTo(1);

        assertThat(imported("", "").updated()).isEqualTo(1);
        assertThat(channel()).isEqualTo(CustomValues.NONE);
        assertThat(log.list(new HistoryQuery("order", id(), List.of(), Optional.empty(), 10)))
                .hasSize(3);
    }

    @Test
    public void linesThatContradictEachOtherAreRefused() {
        ChunkOutcome outcome = imported("JD", "Tmall");

        assertThat(outcome.created()).isZero();
        assertThat(outcome.rejections())
                .extracting(rejection -> rejection.column() + " " + rejection.code())
                .containsOnly("custom.channel conflicting-values");
    }

    private ChunkOutcome imported(String first, String second) {
        Map<String, Integer> positions = new HashMap<>();
        HEADER.forEach(column -> positions.put(column, positions.size()));
        List<String> channels = List.of(first, second);
        List<ImportRow> rows = IntStream.range(0, 2)
                .mapToObj(i -> new ImportRow(
                        i + 2L,
                        positions,
                        List.of("S1", "E1", "2026-03-01T08:30:00Z", "CNY", "P" + i, "1", "10", channels.get(i))))
                .toList();
        return database.transactions()
                .call(() -> target.write(new ImportChunk(List.of(rows), ImportMode.UPSERT, RowPolicy.WHOLE, false)));
    }

    private long id() {
        return desk.order("S1").id().value();
    }

    private CustomValues channel() {
        return new CustomFields(Neighbour.fixed(catalog), "order", database.jdbc(), OrderValues.TABLE).of(id());
    }
}
