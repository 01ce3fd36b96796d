package io.guanxi.crm.platform.imports.service;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says, in the words of a CSV file. */
final class SheetCell {

    /** Excel counts in binary; more digits than these are noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private SheetCell() {}

    static String text(Cell cell, int row, int column) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case FORMULA -> result(cell);
            case ERROR -> throw Unreadable.errorCell(row, column);
            case STRING -> plain(cell.asString());
            case EMPTY -> "";
        };
    }

    /** A formula is never computed here: what Excel found last stands in the file. */
    private static String result(Cell cell) {
        String raw = plain(cell.getRawValue());
        return isNumber(raw) ? number(new BigDecimal(raw)) : raw;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?");
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    private static String date(LocalDateTime at) {
        LocalDateTime whole = at.plusNanos(500_000_000).withNano(0);
        if (whole.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return whole.toLocalDate().toString();
        }
        return whole.format(whole.getSecond() == 0 ? MINUTES : SECONDS);
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        // what stands in quotes, brackets or behind a backslash is not part of the pattern
        String pattern =
                plain(format).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return pattern.contains("y") || (pattern.contains("d") && pattern.contains("m"));
    }
}
