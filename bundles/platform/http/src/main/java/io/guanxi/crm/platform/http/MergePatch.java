package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch (RFC 7396) on the view of a record. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The record as it shall be.
     *
     * @param readOnly fields the caller may repeat but not change, such as {@code id} and {@code version}
     * @throws MalformedRequestException naming the field that is unknown, read-only or not a value of its type
     */
    public static <T> T apply(T current, @Nullable JsonNode patch, Class<T> type, String... readOnly) {
        return apply(current, current, patch, type, readOnly);
    }

    /**
     * Like {@link #apply(Object, JsonNode, Class, String...)} for a record that shows more than can be written.
     *
     * @param shown the record as a GET shows it, read-only fields included
     * @param current its writable part, a type of its own
     */
    public static <T> T apply(Object shown, T current, @Nullable JsonNode patch, Class<T> type, String... readOnly) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new MalformedRequestException(
                    "not-an-object", "Send the changed fields as a JSON object.", "请以 JSON 对象发送要修改的字段。");
        }
        ObjectNode seen = Json.tree(shown);
        ObjectNode target = Json.tree(current);
        ObjectNode wanted = changes.deepCopy();
        for (String field : readOnly) {
            refuseChange(field, seen.get(field), wanted.remove(field));
        }
        merge(target, wanted);
        return Json.read(target, type);
    }

    /**
     * Looks at a patch before there is a record to put it on.
     *
     * @throws MalformedRequestException naming the field that is unknown or not a value of its type
     */
    static void check(@Nullable JsonNode patch, Class<?> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new MalformedRequestException(
                    "patch", "not-an-object", "Send the changed fields as a JSON object.", "请以 JSON 对象发送要修改的字段。");
        }
        ObjectNode values = changes.objectNode();
        merge(values, changes);
        Json.read(values, type);
        ObjectNode names = changes.objectNode();
        changes.fieldNames().forEachRemaining(names::putNull);
        Json.read(names, type);
    }

    private static void refuseChange(String field, @Nullable JsonNode current, @Nullable JsonNode wanted) {
        boolean same = wanted == null
                || (wanted.isNull() ? current == null : current != null && current.equals(MergePatch::compare, wanted));
        if (!same) {
            throw new MalformedRequestException(field, "read-only", "This field can't be changed.", "该字段不可修改。");
        }
    }

    // Zero for equal; numbers count by value, whichever Java type holds them.
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String field = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(field);
            } else if (value instanceof ObjectNode object) {
                ObjectNode inner =
                        target.get(field) instanceof ObjectNode existing ? existing : target.putObject(field);
                merge(inner, object);
            } else {
                target.set(field, value);
            }
        }
    }
}
