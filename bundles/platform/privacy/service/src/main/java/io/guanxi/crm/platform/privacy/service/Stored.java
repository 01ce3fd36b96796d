package io.guanxi.crm.platform.privacy.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Traces and deeds as they lie in the tables: JSON. */
final class Stored {

    private static final ObjectMapper JSON = new ObjectMapper(); // meets trees alone, no types of any bundle

    private Stored() {}

    static String write(Traces traces) {
        ObjectNode tree = JSON.createObjectNode();
        putIds(tree.putObject("about"), traces.about());
        putIds(tree.putObject("near"), traces.near());
        putTexts(tree.putArray("texts"), traces.texts());
        putTexts(tree.putArray("numbers"), traces.numbers());
        return tree.toString();
    }

    private static void putIds(ObjectNode tree, Map<String, SortedSet<Long>> records) {
        records.forEach((type, ids) -> {
            ArrayNode array = tree.putArray(type);
            ids.forEach(array::add);
        });
    }

    private static void putTexts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    static Traces traces(String text) {
        JsonNode tree = read(text);
        Traces traces = new Traces();
        tree.path("about").properties().forEach(type -> traces.about(type.getKey(), ids(type.getValue())));
        tree.path("near").properties().forEach(type -> traces.near(type.getKey(), ids(type.getValue())));
        tree.path("texts").forEach(one -> traces.text(one.asText()));
        tree.path("numbers").forEach(one -> traces.number(one.asText()));
        return traces;
    }

    private static List<Long> ids(JsonNode array) {
        List<Long> ids = new ArrayList<>();
        array.forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    static ArrayNode tree(Erased erased) {
        ArrayNode lines = JSON.createArrayNode();
        for (Erased.Line line : erased.lines()) {
            ObjectNode tree = lines.addObject();
            tree.put("deed", line.deed().name().toLowerCase(Locale.ROOT));
            tree.put("what", line.what());
            put(tree.putObject("label"), line.label());
            tree.put("count", line.count());
            line.why().ifPresent(why -> put(tree.putObject("why"), why));
        }
        return lines;
    }

    static void put(ObjectNode tree, Text text) {
        tree.put("en", text.en());
        tree.put("zh", text.zh());
    }

    static Erased erased(String text) {
        List<Erased.Line> lines = new ArrayList<>();
        read(text)
                .forEach(line -> lines.add(new Erased.Line(
                        Erased.Deed.valueOf(line.path("deed").asText().toUpperCase(Locale.ROOT)),
                        line.path("what").asText(),
                        text(line.path("label")),
                        line.path("count").asLong(),
                        line.has("why") ? Optional.of(text(line.path("why"))) : Optional.empty())));
        return new Erased(lines);
    }

    private static Text text(JsonNode tree) {
        return new Text(tree.path("en").asText(), tree.path("zh").asText());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was stored is no JSON", e);
        }
    }
}
