package io.guanxi.crm.platform.history;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values as JSON of the wire: decimals, times and ids as strings, constants in lower case with hyphens, records and maps
 * as objects whose absent members are left out.
 */
public final class WireJson {

    private WireJson() {}

    public static String write(Object value) {
        StringBuilder json = new StringBuilder();
        append(json, value);
        return json.toString();
    }

    static boolean isAbsent(Object value) {
        return value instanceof Optional<?> optional
                ? optional.isEmpty()
                : value instanceof Collection<?> all && all.isEmpty();
    }

    private static void append(StringBuilder json, Object value) {
        if (value instanceof Optional<?> optional) {
            append(json, optional.orElseThrow());
        } else if (value instanceof Boolean || value instanceof Integer) {
            json.append(value);
        } else if (value instanceof Collection<?> all) {
            appendList(json, all);
        } else if (value instanceof Map<?, ?> map) {
            Members members = new Members(json);
            map.forEach((name, member) -> members.add(name.toString(), member));
            members.end();
        } else if (value instanceof Record record && !isId(record)) {
            appendRecord(json, record);
        } else {
            appendText(json, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (value instanceof Currency currency) {
            return currency.getCurrencyCode();
        }
        return value.toString();
    }

    // Typed ids are records of one number, and read as that.
    private static boolean isId(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 && components[0].getType() == long.class;
    }

    private static void appendList(StringBuilder json, Collection<?> all) {
        json.append('[');
        String separator = "";
        for (Object one : all) {
            json.append(separator);
            append(json, one);
            separator = ",";
        }
        json.append(']');
    }

    private static void appendRecord(StringBuilder json, Record value) {
        Members members = new Members(json);
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                members.add(component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("a record that is not public: " + value.getClass(), e);
            }
        }
        members.end();
    }

    /** The members of an object that are there. */
    private static final class Members {

        private final StringBuilder json;
        private char separator = '{';

        Members(StringBuilder json) {
            this.json = json;
        }

        void add(String name, Object value) {
            if (!isAbsent(value)) {
                json.append(separator);
                appendText(json, name);
                json.append(':');
                append(json, value);
                separator = ',';
            }
        }

        void end() {
            json.append(separator == '{' ? "{}" : "}");
        }
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
