package io.guanxi.crm.platform.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as people name them, seen from now: {@code 2026}, {@code 2026-03}, {@code 2026-03-01}, {@code 2026-03-01T08:30:00Z},
 * the words of {@link NamedPeriod}, and ISO 8601 periods. {@code P90D} is the day, or the instant, 90 days ago;
 * {@code =within=P90D} is everything since then, {@code =within=-P30D} everything in the coming 30 days.
 */
final class Moments {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern PERIOD = Pattern.compile("-?P[0-9YMWDTHS]{1,30}");
    private static final int LAST_YEAR = 9999;

    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;

    Moments(Clock clock, ZoneId zone) {
        this.now = clock.instant();
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** Empty where the text is no time, or none between the years 1 and 9999. */
    Optional<Operand.Days> days(String text, Operator operator) {
        try {
            return (PERIOD.matcher(text).matches() ? daysSince(Period.parse(text), operator) : period(text))
                    .filter(days -> isKnown(days.first()) && isKnown(days.last()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Like {@link #days}, in instants; a day begins when it begins in the caller's zone. */
    Optional<Operand.Span> span(String text, Operator operator) {
        try {
            return (PERIOD.matcher(text).matches() ? spanSince(text, operator) : exactly(text))
                    .filter(span -> isKnown(LocalDate.ofInstant(span.start(), zone))
                            && isKnown(LocalDate.ofInstant(span.end().minusMillis(1), zone)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Operand.Days> daysSince(Period period, Operator operator) {
        LocalDate then = today.minus(period);
        if (operator != Operator.WITHIN) {
            return Optional.of(new Operand.Days(then, then));
        }
        return Optional.of(then.isAfter(today) ? new Operand.Days(today, then) : new Operand.Days(then, today));
    }

    private Optional<Operand.Span> spanSince(String text, Operator operator) {
        Instant then = text.contains("T")
                ? now.minus(Duration.parse(text))
                : now.atZone(zone).minus(Period.parse(text)).toInstant();
        Instant from = operator == Operator.WITHIN && then.isAfter(now) ? now : then;
        Instant to = operator == Operator.WITHIN && then.isBefore(now) ? now : then;
        return Optional.of(new Operand.Span(millis(from), millis(to).plusMillis(1)));
    }

    private Optional<Operand.Span> exactly(String text) {
        if (text.indexOf('T') > 0) {
            Instant at = millis(OffsetDateTime.parse(text).toInstant());
            return Optional.of(new Operand.Span(at, at.plusMillis(1)));
        }
        return period(text)
                .map(days -> new Operand.Span(
                        beginning(days.first()), beginning(days.last().plusDays(1))));
    }

    private Optional<Operand.Days> period(String text) {
        if (DATE.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new Operand.Days(day, day));
        } else if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return Optional.of(new Operand.Days(month.atDay(1), month.atEndOfMonth()));
        } else if (YEAR.matcher(text).matches()) {
            int year = Integer.parseInt(text);
            return Optional.of(new Operand.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        return NamedPeriod.of(text).map(period -> period.around(today));
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isKnown(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }
}
