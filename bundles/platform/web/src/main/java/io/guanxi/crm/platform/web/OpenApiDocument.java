package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.ws.rs.core.Application;

/** One OpenAPI document out of those of the modules; what modules name alike is told apart by the module's name. */
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private static final Set<String> PUBLIC = Set.of("platform/session", "platform/setup");

    private OpenApiDocument() {}

    static ObjectNode of(SortedMap<String, Application> modules) {
        ObjectNode document = CommonParts.create();
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        modules.forEach((module, application) -> {
            ObjectNode part = ModuleDocument.of(application);
            ExportedLists.addTo(part, application);
            rename(part, module);
            for (Map.Entry<String, JsonNode> path : part.path("paths").properties()) {
                complete((ObjectNode) path.getValue(), module, PUBLIC.contains(module + path.getKey()));
                paths.set("/crm/api/" + module + "/v1" + path.getKey(), path.getValue());
            }
            for (Map.Entry<String, JsonNode> schema :
                    part.at("/components/schemas").properties()) {
                schemas.set(module + "." + schema.getKey(), schema.getValue());
            }
        });
        return document;
    }

    private static void rename(JsonNode node, String module) {
        if (node instanceof ObjectNode object) {
            String ref = object.path("$ref").asText();
            String prefix = "#/components/schemas/";
            if (ref.startsWith(prefix)) {
                object.put("$ref", prefix + module + "." + ref.substring(prefix.length()));
            }
        }
        node.forEach(child -> rename(child, module));
    }

    private static void complete(ObjectNode path, String module, boolean isPublic) {
        for (Map.Entry<String, JsonNode> method : path.properties()) {
            if (METHODS.contains(method.getKey()) && method.getValue() instanceof ObjectNode operation) {
                operation.put(
                        "operationId",
                        module + "_" + operation.path("operationId").asText(method.getKey()));
                if (isPublic) {
                    operation.putArray("security");
                } else if (method.getKey().equals("post")) {
                    operation
                            .withArray("/parameters")
                            .addObject()
                            .put("$ref", "#/components/parameters/IdempotencyKey");
                }
                operation.set("tags", tags(operation.path("tags"), module));
                ObjectNode responses = operation.withObject("/responses");
                responses.putObject("4XX").put("$ref", "#/components/responses/Problem");
                responses.putObject("5XX").put("$ref", "#/components/responses/Problem");
            }
        }
    }

    private static ArrayNode tags(JsonNode own, String module) {
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        own.forEach(tag -> tags.add(module + ": " + tag.asText()));
        return tags.isEmpty() ? tags.add(module) : tags;
    }
}
