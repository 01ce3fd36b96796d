package io.guanxi.crm.platform.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value that fields are compared with. Times are stretches: {@code 2026-03}, {@code this-month} have two ends. */
public sealed interface Operand {

    /** A text, the code of a choice, or a pattern in which {@code *} stands for anything. */
    record Words(String text) implements Operand {}

    /** A number or an amount of money; at most 20 digits before the point and 8 behind it. */
    record Decimal(BigDecimal value) implements Operand {}

    record Flag(boolean value) implements Operand {}

    /** The id of a record. */
    record Id(long value) implements Operand {}

    /** Dates from the first to the last, both included. */
    record Days(LocalDate first, LocalDate last) implements Operand {}

    /** Instants from {@code start}, included, to {@code end}, not included; whole milliseconds. */
    record Span(Instant start, Instant end) implements Operand {}
}
