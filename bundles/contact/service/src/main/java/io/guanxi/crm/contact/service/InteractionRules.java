package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What an interaction's fields may hold. Lengths are those of the columns. */
public final class InteractionRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    static final int MOST_PERSONS = 50;

    private InteractionRules() {}

    /** The data as they are stored. Whatever is wrong goes to {@code errors}. */
    public static InteractionData clean(InteractionData data, String caller, FieldErrors errors) {
        if (data.persons().size() > MOST_PERSONS) {
            errors.add(
                    "personIds",
                    "too-many",
                    "At most " + MOST_PERSONS + " persons are allowed.",
                    "最多 " + MOST_PERSONS + " 位联系人。");
        }
        Instant at = instant("at", data.at(), errors);
        Optional<Instant> until = data.until().map(end -> instant("until", end, errors));
        if (until.filter(end -> end.isBefore(at)).isPresent()) {
            errors.add("until", "before-start", "The end is before the beginning.", "结束时间早于开始时间。");
        }
        return new InteractionData(
                data.customer(),
                data.persons().stream().distinct().toList(),
                data.channel(),
                data.direction(),
                at,
                until,
                errors.required("subject", data.subject(), 200),
                errors.lines("summary", data.summary(), 4000),
                errors.lines("result", data.result(), 2000),
                Optional.of(errors.line("by", data.by(), 200).orElse(caller)),
                data.nextStep().map(step -> nextStep(step, errors)),
                data.custom());
    }

    private static NextStep nextStep(NextStep step, FieldErrors errors) {
        checkRange("nextStep.at", step.at().atStartOfDay().toInstant(ZoneOffset.UTC), errors);
        return new NextStep(step.at(), errors.required("nextStep.what", step.what(), 500));
    }

    private static Instant instant(String field, Instant value, FieldErrors errors) {
        checkRange(field, value, errors);
        return value.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkRange(String field, Instant value, FieldErrors errors) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            errors.add(field, "out-of-range", "The year has to be 1900 to 2199.", "年份须在 1900 至 2199 之间。");
        }
    }
}
