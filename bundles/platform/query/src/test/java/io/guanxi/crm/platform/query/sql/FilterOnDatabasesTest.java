package io.guanxi.crm.platform.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.InvalidFilterException;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** Random filters, orders and pages over random rows, against the same in memory, on both databases. */
@RunWith(Parameterized.class)
public class FilterOnDatabasesTest {

    private static final long SEED = 20260301;
    private static final int FILTERS = 300;
    private static final int LISTS = 80;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T02:00:00Z"), ZONE);
    private static final List<String> SORTABLE = List.of(
            "name", "city", "amount", "born", "seenAt", "open", "kind", "parentId", "custom.score", "custom.rank");

    private static final List<TestRow> ROWS = LongStream.rangeClosed(1, 250)
            .mapToObj(id -> TestRow.random(id, new Random(SEED + id)))
            .toList();

    @Parameterized.Parameters(name = "{0}")
    public static Collection<Object[]> databases() {
        List<Object[]> databases = Databases.both();
        databases.forEach(database -> TestTable.create(new Jdbc((DataSource) database[1]), ROWS));
        return databases;
    }

    private final KeysetSelect<Long> select;
    private final Sql from = Sql.of(" FROM RECORD R WHERE R.ID > ?", 0);

    public FilterOnDatabasesTest(String name, DataSource database) {
        this.select = new KeysetSelect<>(new Jdbc(database), "SELECT R.ID", "R.ID", row -> row.getLong(1));
        assertThat(name).isNotEmpty();
    }

    @Test
    public void findsWhatTheFilterMeans() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < FILTERS; i++) {
            String text = new RandomFilter(random).text(i % 4);
            Filter filter = parse(text);
            List<Long> expected = ROWS.stream()
                    .filter(row -> Oracle.matches(filter, row))
                    .map(TestRow::id)
                    .toList();
            ListQuery query = ListQuery.all(order("seenAt"), 1000).where(filter);

            assertThat(select.page(from, TestTable.COLUMNS, query).rows())
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(select.count(from, TestTable.COLUMNS, query)).isEqualTo(expected.size());
            found += expected.isEmpty() || expected.size() == ROWS.size() ? 0 : 1;
        }
        assertThat(found).as("filters that divide the rows").isGreaterThan(FILTERS / 2);
    }

    @Test
    public void pagesMeetInEveryOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < LISTS; i++) {
            SortOrder order = order(randomOrder(random));
            String text = new RandomFilter(random).text(1);
            Filter filter = parse(text);
            List<Long> expected = ROWS.stream()
                    .filter(row -> Oracle.matches(filter, row))
                    .sorted(TestOrder.of(order))
                    .map(TestRow::id)
                    .toList();
            ListQuery query = ListQuery.all(order, 1 + random.nextInt(40)).where(filter);

            assertThat(paged(query)).as("%s by %s", text, order.text()).isEqualTo(expected);
            List<Long> streamed = new ArrayList<>();
            select.each(from, TestTable.COLUMNS, query, streamed::addAll);
            assertThat(streamed).isEqualTo(expected);
        }
    }

    @Test
    public void pagesMeetByValuesBesideAlone() {
        for (String text : List.of("custom.rank", "-custom.rank", "custom.score,custom.rank", "-custom.score,name")) {
            SortOrder order = order(text);
            List<Long> expected =
                    ROWS.stream().sorted(TestOrder.of(order)).map(TestRow::id).toList();

            assertThat(paged(ListQuery.all(order, 7))).as(text).isEqualTo(expected);
        }
    }

    @Test
    public void pagesMeetByIdAlone() {
        Filter filter = parse("name=isnull=false");
        List<Long> expected = ROWS.stream().map(TestRow::id).sorted().toList();

        assertThat(paged(ListQuery.all(SortOrder.BY_ID, 7))).isEqualTo(expected);
        assertThat(paged(ListQuery.all(SortOrder.BY_ID, 7).where(filter)))
                .isEqualTo(ROWS.stream()
                        .filter(row -> Oracle.matches(filter, row))
                        .map(TestRow::id)
                        .sorted()
                        .toList());
    }

    @Test
    public void readsFurtherTablesBesideAQueryThatIsOne() {
        Sql found = Sql.of(" FROM (SELECT ID FROM RECORD WHERE ID > ?) F, RECORD R WHERE R.ID = F.ID", 240);
        SortOrder order = order("-custom.rank,custom.score");
        List<Long> expected = ROWS.stream()
                .filter(row -> row.id() > 240)
                .sorted(TestOrder.of(order))
                .map(TestRow::id)
                .toList();

        assertThat(select.page(found, TestTable.COLUMNS, ListQuery.all(order, 100))
                        .rows())
                .isEqualTo(expected);
    }

    @Test
    public void refusesToSortByWhatNoIndexServesOrWhatHasManyValues() {
        for (String code : List.of("custom.due", "custom.colours", "custom.memo", "custom.nothing")) {
            assertThatThrownBy(() -> order(code))
                    .isInstanceOfSatisfying(InvalidFilterException.class, e -> assertThat(e.errors())
                            .extracting(FieldError::field)
                            .containsExactly("sort"));
        }
    }

    private List<Long> paged(ListQuery query) {
        List<Long> all = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            ListQuery page =
                    after.map(position -> query.after(position, query.limit())).orElse(query);
            Slice<Long> slice = select.page(from, TestTable.COLUMNS, page);
            assertThat(slice.rows().size()).isLessThanOrEqualTo(query.limit());
            all.addAll(slice.rows());
            after = slice.next();
        } while (after.isPresent() && all.size() <= ROWS.size());
        return all;
    }

    private static String randomOrder(Random random) {
        List<String> codes = new ArrayList<>(SORTABLE);
        java.util.Collections.shuffle(codes, random);
        return String.join(
                ",",
                codes.subList(0, 1 + random.nextInt(3)).stream()
                        .map(code -> (random.nextBoolean() ? "-" : "") + code)
                        .toList());
    }

    private static Filter parse(String text) {
        return Filter.parse(text, TestTable.COLUMNS.fields(), CLOCK, ZONE);
    }

    private static SortOrder order(String text) {
        return SortOrder.parse(text, TestTable.COLUMNS.fields());
    }

    /** The order in plain Java. */
    private static final class TestOrder {

        static Comparator<TestRow> of(SortOrder order) {
            Comparator<TestRow> comparator = order.keys().stream()
                    .map(TestOrder::by)
                    .reduce(Comparator::thenComparing)
                    .orElseThrow();
            Comparator<TestRow> byId = Comparator.comparing(TestRow::id);
            boolean down = order.keys().get(order.keys().size() - 1).descending();
            return comparator.thenComparing(down ? byId.reversed() : byId);
        }

        private static Comparator<TestRow> by(SortOrder.Key key) {
            return switch (key.field().code()) {
                case "name" -> values(key, row -> Optional.of(TestTable.key(row.name())), Oracle::byCodePoint);
                case "city" -> values(key, TestRow::city, Oracle::byCodePoint);
                case "amount" -> values(key, TestRow::amount, Comparator.naturalOrder());
                case "born" -> values(key, TestRow::born, Comparator.naturalOrder());
                case "seenAt" -> values(key, row -> Optional.of(row.seenAt()), Comparator.naturalOrder());
                case "open" -> values(key, TestRow::open, Comparator.naturalOrder());
                case "kind" -> values(key, row -> Optional.of(row.kind()), Comparator.naturalOrder());
                case "parentId" -> values(key, TestRow::parent, Comparator.naturalOrder());
                case "custom.score" -> values(key, TestRow::score, Comparator.naturalOrder());
                case "custom.rank" -> values(key, TestRow::rank, Oracle::byCodePoint);
                default -> throw new IllegalArgumentException(key.field().code());
            };
        }

        private static <V> Comparator<TestRow> values(
                SortOrder.Key key,
                java.util.function.Function<TestRow, Optional<? extends V>> value,
                Comparator<? super V> order) {
            return (one, other) -> {
                Optional<? extends V> a = value.apply(one);
                Optional<? extends V> b = value.apply(other);
                if (a.isEmpty() || b.isEmpty()) {
                    return Boolean.compare(a.isEmpty(), b.isEmpty());
                }
                int found = order.compare(a.get(), b.get());
                return key.descending() ? -found : found;
            };
        }
    }
}
