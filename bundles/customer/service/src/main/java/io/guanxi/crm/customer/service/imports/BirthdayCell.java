package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Birthday;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date of birth: {@code 1988-02-03}, or {@code 农历 1988-02-03} for who celebrates by the lunar calendar. */
final class BirthdayCell {

    private static final Pattern FORM =
            Pattern.compile("(lunar|农历)?\\s*([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", Pattern.CASE_INSENSITIVE);

    private BirthdayCell() {}

    static Optional<Birthday> merged(Cells cells, Optional<Birthday> before) {
        if (!cells.row().has("birthday")) {
            return before;
        }
        Optional<String> text = cells.row().text("birthday");
        Optional<Birthday> birthday = text.flatMap(BirthdayCell::parse);
        if (text.isPresent() && birthday.isEmpty()) {
            cells.errors()
                    .add(
                            "birthday",
                            "invalid-date",
                            "This is no date. Write it as 1988-02-03.",
                            "日期无效，请写成 1988-02-03 的形式。");
        }
        return birthday;
    }

    private static Optional<Birthday> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(form, 2), number(form, 3), number(form, 4));
            return Optional.of(new Birthday(date, form.group(1) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
