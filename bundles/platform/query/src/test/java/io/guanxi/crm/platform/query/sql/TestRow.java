package io.guanxi.crm.platform.query.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A record with a value, or none, in a column of every kind. */
record TestRow(
        long id,
        String name,
        Optional<String> city,
        Optional<String> note,
        Optional<BigDecimal> amount,
        Optional<LocalDate> born,
        long seenAt,
        Optional<Boolean> open,
        String kind,
        Optional<Long> parent,
        List<String> phones,
        Optional<BigDecimal> score,
        Optional<LocalDate> due,
        List<String> colours,
        Optional<String> rank) {

    static final List<String> TEXTS = List.of(
            "a",
            "A",
            "ab",
            "Ab",
            "AB",
            "a b",
            "b",
            "É",
            "é",
            "éa",
            "ß",
            "ss",
            "%",
            "_",
            "a%b",
            "a_b",
            "!",
            "\\",
            "*",
            "张",
            "张伟",
            "伟",
            "上海",
            "上海星辰",
            "🍜",
            "a🍜",
            "カ",
            "x".repeat(200));
    static final List<BigDecimal> NUMBERS = List.of(
            new BigDecimal("-1"),
            new BigDecimal("0"),
            new BigDecimal("0.0001"),
            new BigDecimal("1"),
            new BigDecimal("1.5"),
            new BigDecimal("2"),
            new BigDecimal("99999999999999.9999"));
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 28);
    static final List<String> KINDS = List.of("company", "end-consumer", "person");
    static final List<String> COLOURS = List.of("red", "green", "blue");

    static TestRow random(long id, Random random) {
        return new TestRow(
                id,
                text(random),
                maybe(random, text(random)),
                maybe(random, text(random) + text(random)),
                maybe(random, NUMBERS.get(random.nextInt(NUMBERS.size()))),
                maybe(random, FIRST_DAY.plusDays(random.nextInt(8))),
                seenAt(random),
                maybe(random, random.nextBoolean()),
                KINDS.get(random.nextInt(KINDS.size())),
                maybe(random, 1L + random.nextInt(4)),
                random.ints(random.nextInt(3), 0, TEXTS.size() - 1)
                        .mapToObj(TEXTS::get)
                        .toList(),
                maybe(random, NUMBERS.get(random.nextInt(NUMBERS.size()))),
                maybe(random, FIRST_DAY.plusDays(random.nextInt(8))),
                COLOURS.stream().filter(colour -> random.nextInt(3) == 0).toList(),
                maybe(random, text(random)));
    }

    static long seenAt(Random random) {
        // around midnight in Shanghai, a millisecond before, at and after it
        return (20_480L + random.nextInt(5)) * 86_400_000 - 8 * 3_600_000 + random.nextInt(3) - 1;
    }

    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
    }
}
