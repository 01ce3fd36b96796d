package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import java.time.LocalDate;
import java.util.OptionalInt;

/** What a query may ask for. */
final class QueryRules {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private QueryRules() {}

    static int bins(int bins) {
        within("bins", bins, RfmScoring.MIN_BINS, RfmScoring.MAX_BINS);
        return bins;
    }

    static LocalDate asOf(LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new InvalidValueException(
                    "asOf", "out-of-range", "Give a day of the years 1 to 9999.", "日期须在公元 1 年至 9999 年之间。");
        }
        return day;
    }

    static void filter(RfmFilter filter, int bins) {
        score("r", filter.r(), bins);
        score("f", filter.f(), bins);
        score("m", filter.m(), bins);
    }

    private static void score(String field, OptionalInt score, int bins) {
        score.ifPresent(value -> within(field, value, 1, bins));
    }

    private static void within(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidValueException(
                    field,
                    "out-of-range",
                    "Give a whole number from " + min + " to " + max + ".",
                    "请填写 " + min + " 到 " + max + " 之间的整数。");
        }
    }
}
