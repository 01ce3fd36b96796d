package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values, addresses and documents that nobody should send, drawn from a seed. */
final class Malformed {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775808",
            "1e999999999",
            "NaN",
            "2026-13-45",
            "2026-03-01T08:30:00",
            "+1000000000-01-01T00:00:00Z",
            "张".repeat(300),
            "x".repeat(5000),
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[2J",
            "\ufffe\uffff",
            "😀",
            "';DROP TABLE X;--",
            "%' OR '1'='1",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "name==*;(((((((",
            "a,b,-c,,",
            "[",
            "{}",
            "\"",
            "\\");
    private static final List<String> RAW = List.of(
            "%",
            "%zz", "%00", "%c0%ae", "%ed%a0%80", "%ff", "..%2f..%2f", ";a=b", "%0d%0aX-Injected:1", "+", "&&&", "=%3D");
    private static final List<String> DOCUMENTS = List.of(
            "",
            "null",
            "true",
            "0",
            "\"x\"",
            "[]",
            "[{}]",
            "{",
            "{\"a\":",
            "{\"a\":1,\"a\":2}",
            "{}{}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":1e99999}",
            "{\"a\":" + "9".repeat(2000) + "}",
            "{\"" + "n".repeat(2000) + "\":1}",
            "[".repeat(5000),
            "{\"a\":".repeat(2000),
            "{\"name\":\"\\ud800\"}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":\"\t\"}",
            "{\"name\":\"\\x\"}",
            "\ufeff{}",
            "/* c */{}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");

    private final Random random;

    Malformed(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    String text() {
        return oneIn(4) ? noise(random.nextInt(40)) : oneOf(TEXTS);
    }

    /** Encoded for an address, or left as it should not be. */
    String inAddress() {
        return oneIn(3)
                ? oneOf(RAW)
                : java.net.URLEncoder.encode(text(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What may stand in a header: visible characters. */
    String inHeader() {
        String text = text().replaceAll("[^\\x20-\\x7e]", "~");
        return text.isBlank() ? "~" : text;
    }

    private String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    byte[] document(ApiDocument document, JsonNode schema) {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(DOCUMENTS).getBytes(StandardCharsets.UTF_8);
            case 1 -> cut(value(document, schema, 0).toString().getBytes(StandardCharsets.UTF_8));
            case 2 ->
                value(document, schema, 0)
                        .toString()
                        .getBytes(oneOf(List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)));
            default -> value(document, schema, 0).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] cut(byte[] bytes) {
        byte[] some = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        if (some.length > 0) {
            some[random.nextInt(some.length)] = (byte) random.nextInt(256);
        }
        return some;
    }

    /** A value of about the schema: right, of another type, out of range or unknown. */
    private JsonNode value(ApiDocument document, JsonNode reference, int depth) {
        JsonNode schema = document.resolved(reference);
        if (depth > 5 || oneIn(8)) {
            return anything();
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> NODES.textNode(string(schema));
            case "integer" -> NODES.numberNode(random.nextLong());
            case "number" -> NODES.numberNode(random.nextGaussian() * 1e12);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(document, schema, depth);
            default -> object(document, schema, depth);
        };
    }

    private String string(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        if (!words.isEmpty() && !oneIn(3)) {
            return oneOf(words);
        }
        if (schema.path("format").asText().equals("date-time") && !oneIn(3)) {
            return "2026-03-01T08:30:00Z";
        }
        return text();
    }

    private JsonNode array(ApiDocument document, JsonNode schema, int depth) {
        var array = NODES.arrayNode();
        int length = oneIn(20) ? 2000 : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            array.add(length > 10 ? anything() : value(document, schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode object(ApiDocument document, JsonNode schema, int depth) {
        var object = NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (!oneIn(3)) {
                object.set(property.getKey(), value(document, property.getValue(), depth + 1));
            }
        });
        if (oneIn(4)) {
            object.set(oneIn(2) ? text() : "custom", anything());
        }
        return object;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 4 -> NODES.arrayNode().add(NODES.arrayNode().add(text()));
            case 5 -> NODES.objectNode().put("$ref", text());
            default -> NODES.textNode(text());
        };
    }
}
