package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.http.internal.WireFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an item that a caller wants to see: {@code id,name,addresses.city}. The id is always among them.
 *
 * @param names empty for all fields
 */
public record Projection(Set<String> names) {

    /** Everything. */
    public static final Projection ALL = new Projection(Set.of());

    public Projection {
        names = Set.copyOf(names);
    }

    /** @throws MalformedRequestException naming {@code fields} where items of this type have no such field */
    static Projection of(@Nullable String fields, Class<?> item) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : List.of(Params.text("fields", fields).orElse("").split(",", -1))) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        Set<String> known = WireFields.of(item);
        if (!names.stream().allMatch(name -> known.contains(head(name)))) {
            String all = String.join(", ", new TreeSet<>(known));
            throw new MalformedRequestException(
                    "fields", "unknown-value", "The fields are: " + all + ".", "可用字段：" + all + "。");
        }
        return names.isEmpty() ? ALL : new Projection(names);
    }

    /** Takes away what is not wanted, in the objects of lists too. */
    public void apply(JsonNode item) {
        if (!names.isEmpty()) {
            Set<String> wanted = new LinkedHashSet<>(names);
            wanted.add("id");
            keep(item, wanted);
        }
    }

    private static void keep(JsonNode node, Set<String> wanted) {
        if (node instanceof ArrayNode list) {
            list.forEach(entry -> keep(entry, wanted));
        } else if (node instanceof ObjectNode object) {
            object.retain(wanted.stream().map(Projection::head).toList());
            wanted.stream()
                    .filter(name -> !wanted.contains(head(name)))
                    .collect(Collectors.groupingBy(
                            Projection::head,
                            Collectors.mapping(name -> name.substring(name.indexOf('.') + 1), Collectors.toSet())))
                    .forEach((head, rest) -> keep(object.path(head), rest));
        }
    }

    private static String head(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
