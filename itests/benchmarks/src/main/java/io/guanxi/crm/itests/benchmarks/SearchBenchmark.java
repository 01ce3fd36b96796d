package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.schema.Migration;
import io.guanxi.crm.platform.search.BestMatch;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.aries.jpa.template.JpaTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The first page of 50 of a million customers for what people type into the search box, the best matches first, and for filters,
 * by name; then the list of who reaches some of them only.
 */
final class SearchBenchmark {

    private static final int CUSTOMERS = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 100;

    private static final List<String> TYPED = List.of(
            "张伟",
            "星辰",
            "上海星",
            "有限公司",
            "zhangwei",
            "zw",
            "shxc",
            "xingchen",
            "li",
            "13812",
            "4711",
            "204711",
            "u4xk",
            "C-1234",
            "falcon",
            "rading 99");
    private static final List<String> COMMON = List.of("zw", "li", "有限公司");

    private final Place place;

    SearchBenchmark(Place place) {
        this.place = place;
    }

    void run() throws SQLException {
        String url = place.floorUrl("search");
        DataSource database = place.floor(url);
        new Migration(new ClassLoaderResourceAccessor()).run(database, "db/customer.changelog.xml");
        try (Connection connection = database.getConnection()) {
            long start = System.nanoTime();
            long terms = SearchRows.write(connection, CUSTOMERS);
            System.out.printf(
                    "%,d customers, %,d terms, written and indexed in %.0f s%n",
                    CUSTOMERS, terms, (System.nanoTime() - start) / 1e9);
            measure(archive(connection, new AnybodyMay()));
            ScopedLists.measure(connection, access -> archive(connection, access));
        }
    }

    private static void measure(CustomerArchive archive) {
        Table table = new Table("asked", "found", "p50, ms", "p95, ms");
        double[] searched = new double[0];
        for (Map.Entry<String, ListQuery> question : questions().entrySet()) {
            CustomerQuery query = CustomerQuery.byName(50).with(question.getValue());
            double[] millis = times(archive, query);
            if (BestMatch.FIELD.equals(question.getValue().sort().keys().get(0).field())) {
                searched = DoubleStream.concat(Arrays.stream(searched), Arrays.stream(millis))
                        .toArray();
            }
            row(table, question.getKey(), "%,d".formatted(archive.count(query)), millis);
        }
        row(table, "all searches, best matches first", "", searched);
        table.print("First page of 1M customers on PostgreSQL");
    }

    private static Map<String, ListQuery> questions() {
        Map<String, ListQuery> questions = new LinkedHashMap<>();
        ListQuery all = CustomerQuery.byName(50).list();
        SortOrder best = SortOrder.parse(SortOrder.BEST_MATCH, List.of(BestMatch.FIELD));
        for (String text : TYPED) {
            questions.put("q=" + text, all.search(text).sorted(best));
        }
        for (String text : COMMON) {
            questions.put("q=" + text + ", sort=name", all.search(text));
        }
        for (String filter : new String[] {"stage==lost", "kind==person;createdAt<2024", "name=like=星*"}) {
            questions.put(
                    filter, all.where(Filter.parse(filter, CustomerFields.ALL, Clock.systemUTC(), ZoneOffset.UTC)));
        }
        return questions;
    }

    private static double[] times(CustomerArchive archive, CustomerQuery query) {
        double[] millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long start = System.nanoTime();
            archive.list(query);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    private static void row(Table table, String asked, String found, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        table.row(
                asked, found, Table.millis(sorted[sorted.length / 2]), Table.millis(sorted[sorted.length * 95 / 100]));
    }

    /** The archive on one connection, as a pool would lend it; it only reads. */
    private static CustomerArchive archive(Connection connection, Access access) {
        return new JpaCustomerArchive(
                new Unused().as(JpaTemplate.class),
                new OneConnection(connection).pool(),
                new Unused().as(Transactions.class),
                new Unused().as(Outbox.class),
                access);
    }

    private static final class AnybodyMay implements Access {
        @Override
        public void require(Action action, String recordType) {
            // a benchmark has no users
        }

        @Override
        public Scope scope(Action action, String recordType) {
            return Scope.EVERYTHING;
        }

        @Override
        public FieldRights fields(String recordType) {
            return FieldRights.EVERYTHING;
        }
    }

    /** What is there because a constructor wants it. */
    private static final class Unused implements InvocationHandler {

        <T> T as(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
            throw new UnsupportedOperationException(method.getName());
        }
    }
}
