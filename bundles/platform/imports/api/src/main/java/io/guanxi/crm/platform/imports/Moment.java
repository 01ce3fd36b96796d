package io.guanxi.crm.platform.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time as files have it: {@code 2026-03-01T08:30:00Z}, with an offset, or in the importer's zone without one;
 * seconds and time may be missing, slashes may stand for hyphens. A day that no calendar has is none.
 */
public final class Moment {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})([-/])([0-9]{1,2})\\2([0-9]{1,2})"
            + "(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?\\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
    private static final int YEAR = 1;
    private static final int MONTH = 3;
    private static final int DAY = 4;
    private static final int HOUR = 5;
    private static final int MINUTE = 6;
    private static final int SECOND = 7;
    private static final int FRACTION = 8;
    private static final int OFFSET = 9;

    private Moment() {}

    public static Optional<Instant> parse(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(form, YEAR), number(form, MONTH), number(form, DAY));
            LocalDateTime time = date.atTime(form.group(HOUR) == null ? LocalTime.MIDNIGHT : time(form));
            ZoneId its = Optional.ofNullable(form.group(OFFSET))
                    .<ZoneId>map(ZoneOffset::of)
                    .orElse(zone);
            return Optional.of(time.atZone(its).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher form) {
        String fraction = Optional.ofNullable(form.group(FRACTION)).orElse("");
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        int second = form.group(SECOND) == null ? 0 : number(form, SECOND);
        return LocalTime.of(number(form, HOUR), number(form, MINUTE), second, nanos);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
