package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an answer with what a guide shows of it. Every header and member shown has to be there; {@code …} stands for
 * anything, {@code $NAME} for a value that keeps that name in the examples that follow; a list that ends in {@code …} may
 * go on.
 */
final class ShownAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\$([A-Z_]+)");
    /** A text, or what stands for a value that is none. */
    private static final Pattern BARE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(…|\\$[A-Z_]+)");

    private final Map<String, String> names;
    private final List<String> differences = new ArrayList<>();

    /** @param names values known so far; those named in the answer are added */
    ShownAnswer(Map<String, String> names) {
        this.names = names;
    }

    /** What differs; nothing where all that is shown is there. */
    List<String> differences(String shown, String head, String body) throws Exception {
        String[] parts = shown.split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        String status = lines.get(0).split(" ", 2)[0];
        expect("status", status, head.lines().findFirst().orElse("").split(" ", 3)[1]);
        lines.stream().skip(1).forEach(line -> header(line, head));
        if (parts.length > 1) {
            body(parts[1], body);
        }
        return differences;
    }

    private void header(String line, String head) {
        String name = line.substring(0, line.indexOf(':') + 1);
        Optional<String> value = head.lines()
                .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                .map(one -> one.substring(name.length()).strip())
                .findFirst();
        expect(name, line.substring(name.length()).strip(), value.orElse("(absent)"));
    }

    private void body(String shown, String body) throws Exception {
        if (shown.startsWith("{") || shown.startsWith("[")) {
            String json = BARE.matcher(shown)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            found.group(1) == null ? found.group() : "\"" + found.group() + "\""));
            compare("", JSON.readTree(json), JSON.readTree(body));
        } else {
            expect(
                    "body",
                    shown.strip(),
                    body.replace("\ufeff", "").replace("\r", "").strip());
        }
    }

    private void compare(String at, JsonNode shown, JsonNode found) {
        if (found.isMissingNode()) {
            differences.add(at + " is shown and not there");
        } else if (shown.isObject()) {
            shown.properties()
                    .forEach(member ->
                            compare(at + "/" + member.getKey(), member.getValue(), found.path(member.getKey())));
        } else if (shown.isArray()) {
            list(at, shown, found);
        } else if (shown.isTextual() && !shown.asText().equals("…")) {
            expect(at, shown.asText(), found.isTextual() ? found.asText() : found.toString());
        } else if (!shown.isTextual() && !shown.equals(found)) {
            differences.add(at + " is " + found + ", shown as " + shown);
        }
    }

    private void list(String at, JsonNode shown, JsonNode found) {
        boolean open = !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals("…");
        int size = open ? shown.size() - 1 : shown.size();
        if (open ? found.size() < size : found.size() != size) {
            differences.add(at + " has " + found.size() + " items: " + found);
        }
        for (int i = 0; i < size; i++) {
            compare(at + "/" + i, shown.get(i), found.path(i));
        }
    }

    /** A text with {@code …} and names in it. */
    private void expect(String at, String shown, String found) {
        StringBuilder pattern = new StringBuilder();
        List<String> fresh = new ArrayList<>();
        Matcher name = NAME.matcher(shown);
        int end = 0;
        while (name.find()) {
            pattern.append(quoted(shown.substring(end, name.start())));
            String known = names.get(name.group(1));
            pattern.append(known == null ? "(.+)" : Pattern.quote(known));
            if (known == null) {
                fresh.add(name.group(1));
            }
            end = name.end();
        }
        pattern.append(quoted(shown.substring(end)));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(found);
        if (matcher.matches()) {
            for (int i = 0; i < fresh.size(); i++) {
                names.put(fresh.get(i), matcher.group(i + 1));
            }
        } else {
            differences.add(at + " is " + found + ", shown as " + shown);
        }
    }

    private static String quoted(String text) {
        return Pattern.quote(text).replace("…", "\\E.*\\Q");
    }
}
