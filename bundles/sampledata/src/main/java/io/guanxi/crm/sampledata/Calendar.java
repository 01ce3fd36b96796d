package io.guanxi.crm.sampledata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** When things happen: over five years, more each year, with the seasons of the trade, in working hours in Shanghai. */
final class Calendar {

    static final LocalDate FIRST = LocalDate.of(2021, 7, 1);
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Weight of each month, January first: spring festival empties February, November sells most. */
    private static final double[] SEASON = {1.15, 0.55, 0.9, 0.95, 1.0, 1.2, 0.85, 0.85, 1.1, 0.9, 1.6, 1.3};

    private static final double GROWTH_A_YEAR = 0.18;
    private static final double HEAVIEST = 1.6 * Math.pow(1 + GROWTH_A_YEAR, 5);

    private final Random random;

    Calendar(Random random) {
        this.random = random;
    }

    /** A day not before the given one, drawn by season and growth. */
    LocalDate dayFrom(LocalDate earliest) {
        long days = ChronoUnit.DAYS.between(earliest, LAST) + 1;
        while (true) {
            LocalDate day = earliest.plusDays((long) (random.nextDouble() * days));
            if (random.nextDouble() * HEAVIEST < weight(day)) {
                return day;
            }
        }
    }

    private static double weight(LocalDate day) {
        double years = ChronoUnit.DAYS.between(FIRST, day) / 365.25;
        return SEASON[day.getMonthValue() - 1] * Math.pow(1 + GROWTH_A_YEAR, years);
    }

    Instant workingTime(LocalDate day) {
        return day.atTime(9, 0).plusMinutes(random.nextInt(9 * 60)).atZone(ZONE).toInstant();
    }
}
