package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.platform.problem.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;

/** A birthday on the wire; the date is always the solar one. */
public record BirthdayView(Optional<LocalDate> date, Optional<Calendar> calendar) {

    /** By which calendar it is celebrated. */
    public enum Calendar {
        SOLAR,
        LUNAR
    }

    static BirthdayView of(Birthday birthday) {
        return new BirthdayView(
                Optional.of(birthday.date()), Optional.of(birthday.lunar() ? Calendar.LUNAR : Calendar.SOLAR));
    }

    Birthday toBirthday() {
        return new Birthday(
                date.orElseThrow(
                        () -> new InvalidValueException("birthday.date", "required", "A value is required.", "此项必填。")),
                calendar.filter(c -> c == Calendar.LUNAR).isPresent());
    }
}
