package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is known of a human being. */
final class DetailsRules {

    private static final LocalDate OLDEST = LocalDate.of(1850, 1, 1);

    private final Clock clock;

    DetailsRules(Clock clock) {
        this.clock = clock;
    }

    PersonDetails clean(PersonDetails details, FieldErrors errors) {
        return new PersonDetails(
                details.sex(),
                birthday(details.birthday(), errors),
                errors.line("position", details.position(), 100),
                errors.line("education", details.education(), 100),
                errors.line("occupation", details.occupation(), 100),
                errors.lines("preferences", details.preferences(), 2000));
    }

    private Optional<Birthday> birthday(Optional<Birthday> birthday, FieldErrors errors) {
        birthday.map(Birthday::date).ifPresent(date -> {
            if (date.isAfter(todayWhereItIsLatest())) {
                errors.add("birthday.date", "in-future", "A birthday can't be in the future.", "生日不能晚于今天。");
            } else if (date.isBefore(OLDEST)) {
                errors.add("birthday.date", "out-of-range", "The year is before 1850.", "年份早于 1850 年。");
            }
        });
        return birthday;
    }

    // Who enters a child born today in Auckland must not be told that it is not yet today in UTC.
    private LocalDate todayWhereItIsLatest() {
        return LocalDate.now(clock.withZone(ZoneOffset.ofHours(14)));
    }

    /** A company has none of these. */
    static void refuse(PersonDetails details, FieldErrors errors) {
        refuse("sex", details.sex() != Sex.UNKNOWN, errors);
        refuse("birthday", details.birthday().isPresent(), errors);
        refuse("position", details.position().isPresent(), errors);
        refuse("education", details.education().isPresent(), errors);
        refuse("occupation", details.occupation().isPresent(), errors);
        refuse("preferences", details.preferences().isPresent(), errors);
    }

    private static void refuse(String field, boolean present, FieldErrors errors) {
        if (present) {
            errors.add(field, "person-only", "Only customers of kind person have this.", "仅个人客户可填写此项。");
        }
    }
}
