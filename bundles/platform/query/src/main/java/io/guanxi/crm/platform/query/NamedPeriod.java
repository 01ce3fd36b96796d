package io.guanxi.crm.platform.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Days, weeks (from Monday), months, quarters and years around today by their names: {@code today}, {@code yesterday},
 * {@code tomorrow}, and {@code last-}, {@code this-} or {@code next-} before {@code week}, {@code month}, {@code quarter},
 * {@code year}.
 *
 * @param steps how many units before or after the one today lies in
 */
record NamedPeriod(TemporalUnit unit, int steps) {

    private static final Map<String, NamedPeriod> DAYS = Map.of(
            "yesterday", new NamedPeriod(ChronoUnit.DAYS, -1),
            "today", new NamedPeriod(ChronoUnit.DAYS, 0),
            "tomorrow", new NamedPeriod(ChronoUnit.DAYS, 1));
    private static final Map<String, Integer> STEPS = Map.of("last", -1, "this", 0, "next", 1);
    private static final Map<String, TemporalUnit> UNITS = Map.of(
            "week", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "quarter", IsoFields.QUARTER_YEARS,
            "year", ChronoUnit.YEARS);

    static Optional<NamedPeriod> of(String name) {
        int dash = name.indexOf('-');
        if (dash < 0) {
            return Optional.ofNullable(DAYS.get(name));
        }
        Integer steps = STEPS.get(name.substring(0, dash));
        TemporalUnit unit = UNITS.get(name.substring(dash + 1));
        return steps == null || unit == null ? Optional.empty() : Optional.of(new NamedPeriod(unit, steps));
    }

    Operand.Days around(LocalDate today) {
        LocalDate first = beginning(today).plus(steps, unit);
        return new Operand.Days(first, first.plus(1, unit).minusDays(1));
    }

    private LocalDate beginning(LocalDate day) {
        if (unit == ChronoUnit.WEEKS) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        } else if (unit == ChronoUnit.MONTHS) {
            return day.withDayOfMonth(1);
        } else if (unit == IsoFields.QUARTER_YEARS) {
            Month first = day.getMonth().firstMonthOfQuarter();
            return LocalDate.of(day.getYear(), first, 1);
        }
        return unit == ChronoUnit.YEARS ? day.withDayOfYear(1) : day;
    }
}
