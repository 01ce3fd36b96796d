package io.guanxi.crm.reporting.service;

import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.reporting.RevenueQuery;
import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.segmentation.engine.MonthlySales;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Finds out which months are meant, and sums them. */
final class Revenue {

    private static final YearMonth EARLIEST = YearMonth.of(1, 1);
    private static final YearMonth LATEST = YearMonth.of(9999, 12);

    private Revenue() {}

    static RevenueByMonth of(SalesColumns columns, RevenueQuery query) {
        query.from().ifPresent(month -> inRange("from", month));
        query.to().ifPresent(month -> inRange("to", month));
        Currency currency = query.currency().orElseGet(columns::mainCurrency);
        OrderSnapshot orders = columns.orders(currency);
        Optional<MonthlySales.Span> sold = MonthlySales.span(orders, query.zone());
        Optional<YearMonth> to =
                query.to().or(() -> sold.map(MonthlySales.Span::last)).or(query::from);
        Optional<YearMonth> from =
                query.from().or(() -> sold.map(MonthlySales.Span::first)).or(query::to);
        if (from.isEmpty() || to.isEmpty()) {
            return new RevenueByMonth(currency, query.zone(), List.of());
        }
        YearMonth last = to.get();
        YearMonth first = query.from().isPresent() ? from.get() : latest(from.get(), last);
        if (first.isAfter(last)) {
            return none(query, currency);
        }
        if (last.isAfter(first.plusMonths(RevenueQuery.MAX_MONTHS - 1L))) {
            throw new InvalidValueException(
                    "to",
                    "too-many-months",
                    "Ask for at most " + RevenueQuery.MAX_MONTHS + " months.",
                    "最多查询 " + RevenueQuery.MAX_MONTHS + " 个月。");
        }
        List<RevenueByMonth.Month> months = MonthlySales.of(orders, first, last, query.zone()).stream()
                .map(month -> new RevenueByMonth.Month(
                        month.month(), SalesColumns.money(month.amount(), currency), month.orders(), month.customers()))
                .toList();
        return new RevenueByMonth(currency, query.zone(), months);
    }

    /** Months nobody asked for by name are cut off at the far end, so that one order with a wrong year doesn't stop the report. */
    private static YearMonth latest(YearMonth first, YearMonth last) {
        YearMonth earliest = last.minusMonths(RevenueQuery.MAX_MONTHS - 1L);
        return first.isBefore(earliest) ? earliest : first;
    }

    private static RevenueByMonth none(RevenueQuery query, Currency currency) {
        if (query.from().isPresent() && query.to().isPresent()) {
            throw new InvalidValueException("to", "before-from", "The last month is before the first.", "结束月份早于开始月份。");
        }
        return new RevenueByMonth(currency, query.zone(), List.of());
    }

    private static void inRange(String field, YearMonth month) {
        if (month.isBefore(EARLIEST) || month.isAfter(LATEST)) {
            throw new InvalidValueException(
                    field, "out-of-range", "Give a month of the years 1 to 9999.", "月份须在公元 1 年至 9999 年之间。");
        }
    }
}
