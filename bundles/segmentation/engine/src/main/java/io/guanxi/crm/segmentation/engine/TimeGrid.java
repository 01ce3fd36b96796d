package io.guanxi.crm.segmentation.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;

/** Consecutive days or months of a time zone; each begins at its first valid local time and lasts until the next begins. */
final class TimeGrid {

    private final long[] starts;
    private final long step;

    private TimeGrid(int count, IntFunction<LocalDate> firstDay, ZoneId zone) {
        starts = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = start(firstDay.apply(i), zone);
        }
        step = count < 2 ? 1 : Math.max(1, (starts[count - 1] - starts[0]) / (count - 1));
    }

    static TimeGrid days(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeGrid(Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1), first::plusDays, zone);
    }

    static TimeGrid months(YearMonth first, YearMonth last, ZoneId zone) {
        int count = Math.toIntExact(first.until(last, ChronoUnit.MONTHS) + 1);
        return new TimeGrid(count, i -> first.plusMonths(i).atDay(1), zone);
    }

    /** When the day begins, in milliseconds since 1970 UTC. */
    static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    static LocalDate day(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    }

    /** The period the instant lies in; the first or last one where it lies outside. */
    int indexOf(long at) {
        int last = starts.length - 1;
        // periods are almost equally long, so the guess is off by very few
        int index = (int) Math.max(0, Math.min(last, (at - starts[0]) / step));
        while (index > 0 && starts[index] > at) {
            index--;
        }
        while (index < last && starts[index + 1] <= at) {
            index++;
        }
        return index;
    }
}
