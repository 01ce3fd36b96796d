package io.guanxi.crm.itests;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One text of one kind of record: whatever is written into it is read again, or refused with the field's name. */
record TextField(Web web, String path, ObjectNode sample, String pointer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger COUNT = new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 900_000));
    private static final int LONGEST = 100_000;

    /** Emoji of several code points, right-to-left, rare characters beyond the first plane, combining and special ones. */
    private static final List<String> TEXTS = List.of(
            "😀👩\u200d👩\u200d👧🏳\ufe0f\u200d🌈",
            "שלום עליכם \u202bمرحبا\u202c",
            "𠮷𡃁㐂龘𪚥",
            "e\u0301\u0323 ﷽ \u00a0x",
            "it's \"quoted\" <b>&amp;</b> \\ %00 ${x} {{x}} =1+1",
            "tab\tand\nline",
            "\u0000",
            "a\u0000b",
            "bell\u0007",
            "\ufffe\uffff");

    private static final List<String> NO_TEXTS = List.of("\\ud800", "a\\udc00b", "\\udc00\\ud800");

    /** False where this sample takes no text here at all, such as a company a person's occupation. */
    boolean check(Consumer<String> failure) throws Exception {
        for (String text : TEXTS) {
            tried(COUNT.incrementAndGet() + text, failure);
        }
        for (String escaped : NO_TEXTS) {
            int status = refused(quoted("@@").replace("@@", escaped), escaped, failure);
            if (status < 400) {
                failure.accept(pointer + " took a lone surrogate: " + status);
            }
        }
        int longest = longest(failure);
        for (int emojis : List.of(longest / 2 - 4, longest / 2 + 1, longest + 1)) {
            tried(COUNT.incrementAndGet() + "😀".repeat(Math.max(1, emojis)), failure);
        }
        return longest > 0;
    }

    /** Finds the longest text that is accepted, trying both sides of the edge. */
    private int longest(Consumer<String> failure) throws Exception {
        int good = 0;
        int bad = LONGEST;
        while (bad - good > 1) {
            int middle =
                    good == 0 && bad == LONGEST ? 8 : good * 4 < bad ? Math.max(good * 4, good + 1) : (good + bad) / 2;
            if (tried(COUNT.incrementAndGet() + "x".repeat(middle), failure)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** True where the text was accepted. */
    private boolean tried(String text, Consumer<String> failure) throws Exception {
        String body = quoted(text);
        Web.Answer answer = web.post(path, body);
        if (answer.status() >= 400) {
            named(answer, shown(text), failure);
            return false;
        }
        String location = answer.header("Location").orElse("");
        Web.Answer read = web.get(location.substring(location.indexOf("/crm/")));
        String stored =
                JSON.readTree(read.body()).at(JsonPointer.compile(pointer)).asText();
        if (!stored.equals(text)) {
            failure.accept(pointer + " changed " + shown(text) + " into " + shown(stored));
        }
        return true;
    }

    private int refused(String body, String shown, Consumer<String> failure) throws Exception {
        Web.Answer answer = web.post(path, body);
        if (answer.status() >= 400) {
            named(answer, shown, failure);
        }
        return answer.status();
    }

    private void named(Web.Answer answer, String shown, Consumer<String> failure) throws Exception {
        boolean named = false;
        if (answer.status() == 400 || answer.status() == 422) {
            for (JsonNode error : JSON.readTree(answer.body()).path("errors")) {
                named |= error.path("field").asText().equals(name());
            }
        }
        if (!named) {
            failure.accept(pointer + " with " + shown + ": " + answer.status() + " " + answer.body());
        }
    }

    /** {@code /addresses/0/city} is {@code addresses[0].city}. */
    private String name() {
        return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }

    private String quoted(String text) throws Exception {
        ObjectNode body = sample.deepCopy();
        set(body, pointer.substring(1).split("/", -1), 0, text);
        return JSON.writeValueAsString(body);
    }

    private static void set(JsonNode at, String[] path, int level, String text) {
        boolean last = level == path.length - 1;
        boolean listNext = !last && path[level + 1].equals("0");
        if (at instanceof ArrayNode list) {
            if (list.isEmpty()) {
                list.add(last ? list.textNode("") : listNext ? list.arrayNode() : list.objectNode());
            }
            if (last) {
                list.set(0, list.textNode(text));
            } else {
                set(list.get(0), path, level + 1, text);
            }
        } else if (at instanceof ObjectNode object) {
            if (last) {
                object.put(path[level], text);
            } else {
                JsonNode next = object.get(path[level]);
                if (next == null) {
                    next = listNext ? object.putArray(path[level]) : object.putObject(path[level]);
                }
                set(next, path, level + 1, text);
            }
        }
    }

    private static String shown(String text) {
        return text.length() > 60
                ? text.length() + " characters"
                : JSON.valueToTree(text).toString();
    }
}
