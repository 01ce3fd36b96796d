package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.http.internal.Names;
import io.guanxi.crm.platform.http.internal.Parsers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters as values; whatever isn't one is refused with {@link MalformedRequestException} naming it. */
public final class Params {

    private static final int MAX_LENGTH = 2000;

    private Params() {}

    /** Text without surrounding blanks; a blank parameter is an absent one. */
    public static Optional<String> text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        Texts.requireClean(name, value);
        if (value.length() > MAX_LENGTH) {
            throw new MalformedRequestException(name, "too-long", "This is too long.", "内容过长。");
        }
        return Optional.of(value.strip());
    }

    public static int integer(String name, @Nullable String value, int standard, int min, int max) {
        Optional<String> text = text(name, value);
        if (text.isEmpty()) {
            return standard;
        }
        if (text.get().matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new MalformedRequestException(
                name,
                "out-of-range",
                "Give a whole number from " + min + " to " + max + ".",
                "请填写 " + min + " 到 " + max + " 之间的整数。");
    }

    /** A place in a sequence, 0 or more. */
    public static long position(String name, @Nullable String value, long standard) {
        Optional<String> text = text(name, value);
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw new MalformedRequestException(
                    name, "out-of-range", "Give a whole number, 0 or more.", "请填写不小于 0 的整数。");
        }
        return Long.parseLong(text.get());
    }

    public static boolean flag(String name, @Nullable String value, boolean standard) {
        return text(name, value)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new MalformedRequestException(
                                name, "not-a-flag", "Say true or false.", "请填写 true 或 false。");
                })
                .orElse(standard);
    }

    public static Optional<LocalDate> date(String name, @Nullable String value) {
        return parsed(name, value, Parsers::date);
    }

    public static Optional<Instant> instant(String name, @Nullable String value) {
        return parsed(name, value, Parsers::instant);
    }

    public static Optional<YearMonth> month(String name, @Nullable String value) {
        return parsed(name, value, Parsers::month);
    }

    /** A time zone by its name, such as {@code Asia/Shanghai}. */
    public static Optional<ZoneId> zone(String name, @Nullable String value) {
        return parsed(name, value, Parsers::zone);
    }

    /** A constant by its name on the wire: {@code END_CONSUMER} is {@code end-consumer}. */
    public static <E extends Enum<E>> Optional<E> constant(String name, @Nullable String value, Class<E> type) {
        return text(name, value).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> Names.onTheWire(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(
                        name,
                        Arrays.stream(type.getEnumConstants())
                                .map(Names::onTheWire)
                                .toList())));
    }

    /** One of the given words, the first of which is the standard. */
    public static String oneOf(String name, @Nullable String value, String... allowed) {
        String text = text(name, value).orElse(allowed[0]);
        if (!Arrays.asList(allowed).contains(text)) {
            throw unknown(name, List.of(allowed));
        }
        return text;
    }

    /** A currency code such as {@code CNY}; whether anybody uses it is for the module to say. */
    public static Optional<String> currency(String name, @Nullable String value) {
        return text(name, value).map(text -> {
            if (!text.matches("[A-Za-z]{3}")) {
                throw new MalformedRequestException(
                        name, "invalid-currency", "Give a currency such as CNY.", "请填写货币代码，例如 CNY。");
            }
            return text.toUpperCase(Locale.ROOT);
        });
    }

    private static <T> Optional<T> parsed(String name, @Nullable String value, Function<String, T> parser) {
        return text(name, value).map(text -> {
            try {
                return parser.apply(text);
            } catch (Parsers.NotParsedException e) {
                throw new MalformedRequestException(e.at(name));
            }
        });
    }

    private static MalformedRequestException unknown(String name, List<String> allowed) {
        String words = allowed.stream().collect(Collectors.joining(", "));
        return new MalformedRequestException(
                name, "unknown-value", "Give one of: " + words + ".", "请填写以下之一：" + words + "。");
    }
}
