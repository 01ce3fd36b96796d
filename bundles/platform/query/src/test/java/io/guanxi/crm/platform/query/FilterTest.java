package io.guanxi.crm.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.problem.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.Test;

public class FilterTest {

    /** The first of January in Shanghai, still the last of December in London. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-31T18:30:00.123456Z"), ZoneId.of("UTC"));

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    public void bindsAndTighterThanOr() {
        Filter.Or or = (Filter.Or) parse("name==a;city==b,open==true");

        assertThat(or.parts()).hasSize(2);
        assertThat(((Filter.And) or.parts().get(0)).parts()).hasSize(2);
        assertThat(((Filter.Comparison) or.parts().get(1)).operands()).containsExactly(new Operand.Flag(true));
        assertThat(parse("name==a and city==b or open==true")).isEqualTo(or);
    }

    @Test
    public void takesQuotedTextAsItIs() {
        assertThat(words("name==\"a;b,(c\\\"'\"")).isEqualTo("a;b,(c\"'");
        assertThat(words("name=='中 国 🍜'")).isEqualTo("中 国 🍜");
        assertThat(words("name==中国")).isEqualTo("中国");
    }

    @Test
    public void aSearchBecomesPartOfTheFilter() {
        List<Field> searched = TestFields.ALL.subList(0, 2);
        ListQuery all = ListQuery.all(SortOrder.parse("name", TestFields.ALL), 10);
        Filter found = parse("name=like='*a\\\\*b*',city=like='*a\\\\*b*'");

        assertThat(all.searchedIn(searched)).isEqualTo(all);
        assertThat(all.search("a*b").searchedIn(searched).filter()).contains(found);
        assertThat(all.search("a*b")
                        .where(parse("open==true"))
                        .searchedIn(searched)
                        .filter())
                .contains(parse("open==true").and(found));
    }

    @Test
    public void saysInWhichColumnTheMistakeIs() {
        refused("", 1, "not a filter");
        refused("name", 5, "not a filter");
        refused("name==a;(city==b", 17, "not a filter");
        refused("name==\"a", 9, "not a filter");
        refused("name==a;city=near=b", 13, "not a filter");
        refused("name==a;town==b", 9, "no field town");
        refused("name=='town==';  secret==b", 18, "no field secret");
        refused("open>true", 1, "can't be compared");
        refused("name==a,(kind=like=x)", 10, "can't be compared");
        refused("amount==a;amount==1", 1, "not a number");
        refused("amount==1;amount==1.123456789", 11, "not a number");
        refused("kind==firm", 1, "not one of the choices");
        refused("parentId==0", 1, "not an id");
        refused("born==2026-02-30", 1, "not a time");
        refused("seenAt<=P9999999999Y", 1, "not a time");
        refused("amount=between=1", 1, "number of values");
        refused("name=in=()", 1, "number of values");
        refused("name==(a,b)", 1, "number of values");
        refused("name==a\0", 1, "not text");
        refused("name==\ud800", 1, "not text");
    }

    @Test
    public void saysItInBothLanguages() {
        assertThatThrownBy(() -> parse("name==a;town==b")).isInstanceOfSatisfying(InvalidFilterException.class, e -> {
            FieldError error = e.errors().get(0);
            assertThat(error.field()).isEqualTo("filter");
            assertThat(error.code()).isEqualTo("invalid-filter");
            assertThat(error.message().en()).startsWith("Column 9: ");
            assertThat(error.message().zh()).startsWith("第 9 列：").contains("town");
        });
    }

    @Test
    public void staysWithinBounds() {
        parse("(".repeat(10) + "name==a" + ")".repeat(10));
        parse("name==a" + ";name==b".repeat(98));
        parse("name==\"" + "(".repeat(500) + "\"");

        refused("(".repeat(11) + "name==a" + ")".repeat(11), 11, "nested");
        refused("(".repeat(3990), 11, "nested");
        refused("(\")\"".repeat(900), 41, "nested");
        refused("name==a" + ";name==b".repeat(99), 785, "more than 100");
        refused("name==" + "a".repeat(3995), 4001, "more than 4000");
    }

    @Test
    public void seesTimesFromTheCallersZone() {
        assertThat(days("born==today")).isEqualTo(days("2026-01-01", "2026-01-01"));
        assertThat(days("born==yesterday")).isEqualTo(days("2025-12-31", "2025-12-31"));
        assertThat(days("born==tomorrow")).isEqualTo(days("2026-01-02", "2026-01-02"));
        assertThat(days("born==this-week")).isEqualTo(days("2025-12-29", "2026-01-04"));
        assertThat(days("born==last-week")).isEqualTo(days("2025-12-22", "2025-12-28"));
        assertThat(days("born==this-month")).isEqualTo(days("2026-01-01", "2026-01-31"));
        assertThat(days("born==last-month")).isEqualTo(days("2025-12-01", "2025-12-31"));
        assertThat(days("born==next-month")).isEqualTo(days("2026-02-01", "2026-02-28"));
        assertThat(days("born==last-quarter")).isEqualTo(days("2025-10-01", "2025-12-31"));
        assertThat(days("born==this-year")).isEqualTo(days("2026-01-01", "2026-12-31"));
        assertThat(days("born==2024")).isEqualTo(days("2024-01-01", "2024-12-31"));
        assertThat(days("born==2024-02")).isEqualTo(days("2024-02-01", "2024-02-29"));
        assertThat(days("born==P1M")).isEqualTo(days("2025-12-01", "2025-12-01"));
        assertThat(days("born=within=P90D")).isEqualTo(days("2025-10-03", "2026-01-01"));
        assertThat(days("born=within=-P30D")).isEqualTo(days("2026-01-01", "2026-01-31"));
    }

    @Test
    public void aDayBeginsWhereTheCallerIs() {
        assertThat(operand("seenAt==today")).isEqualTo(span("2025-12-31T16:00:00Z", "2026-01-01T16:00:00Z"));
        assertThat(operand("seenAt==2026-03-01T08:30:00%2B08:00".replace("%2B", "+")))
                .isEqualTo(span("2026-03-01T00:30:00Z", "2026-03-01T00:30:00.001Z"));
        assertThat(operand("seenAt=within=P1D"))
                .isEqualTo(span("2025-12-30T18:30:00.123Z", "2025-12-31T18:30:00.124Z"));
        assertThat(operand("seenAt=within=PT12H"))
                .isEqualTo(span("2025-12-31T06:30:00.123Z", "2025-12-31T18:30:00.124Z"));
        assertThat(operand("seenAt=within=-P1D"))
                .isEqualTo(span("2025-12-31T18:30:00.123Z", "2026-01-01T18:30:00.124Z"));
        assertThat(operand("seenAt<P1D")).isEqualTo(span("2025-12-30T18:30:00.123Z", "2025-12-30T18:30:00.124Z"));
    }

    @Test
    public void aDayOfTheChangeToSummerTimeIsShorter() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-29T12:00:00Z"), ZoneId.of("UTC"));
        Filter.Comparison today =
                (Filter.Comparison) Filter.parse("seenAt==today", TestFields.ALL, clock, ZoneId.of("Europe/Berlin"));

        assertThat(today.operands()).containsExactly(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    }

    @Test
    public void sortsByAFewFieldsEachOnce() {
        SortOrder order = SortOrder.parse("-seenAt, name", TestFields.ALL);

        assertThat(order.text()).isEqualTo("-seenAt,name");
        for (String wrong :
                List.of("", "town", "secret", "name,-name", "--name", "name,,city", "name,city,amount,born,open")) {
            assertThatThrownBy(() -> SortOrder.parse(wrong, TestFields.ALL))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            InvalidFilterException.class,
                            e -> assertThat(e.errors().get(0).field()).isEqualTo("sort"));
        }
    }

    private static Filter parse(String text) {
        return Filter.parse(text, TestFields.ALL, CLOCK, SHANGHAI);
    }

    private static void refused(String text, int column, String reason) {
        assertThatThrownBy(() -> parse(text))
                .as(text)
                .isInstanceOfSatisfying(InvalidFilterException.class, e -> assertThat(
                                e.errors().get(0).message().en())
                        .startsWith("Column " + column + ": ")
                        .contains(reason));
    }

    private static Operand operand(String text) {
        return ((Filter.Comparison) parse(text)).operands().get(0);
    }

    private static String words(String text) {
        return ((Operand.Words) operand(text)).text();
    }

    private static Operand.Days days(String text) {
        return (Operand.Days) operand(text);
    }

    private static Operand.Days days(String first, String last) {
        return new Operand.Days(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Operand.Span span(String start, String end) {
        return new Operand.Span(Instant.parse(start), Instant.parse(end));
    }
}
