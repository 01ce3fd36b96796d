package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document, read for what can be tried. */
record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static ApiDocument of(Web web) throws Exception {
        return new ApiDocument(
                new ObjectMapper().readTree(web.awaitOk("/crm/api/openapi.json").body()));
    }

    /** One operation; the path with its parameters in braces. */
    record Route(String method, String path, JsonNode operation) {

        boolean isPublic() {
            return operation.has("security") && operation.get("security").isEmpty();
        }

        boolean takes(String mediaType) {
            return operation.at("/requestBody/content").has(mediaType);
        }

        /** Names of its query parameters. */
        Set<String> parameters() {
            Set<String> names = new TreeSet<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            return names;
        }

        boolean isList() {
            return method.equals("GET") && parameters().contains("limit");
        }

        boolean isCreate() {
            return method.equals("POST") && takes("application/json") && !isPublic();
        }

        boolean isPatch() {
            return method.equals("PATCH");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        routes.add(new Route(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
                    }
                }));
        return routes;
    }

    /** The schema of what a route reads as JSON or as a patch in JSON; empty where it reads anything, or nothing. */
    JsonNode body(Route route) {
        JsonNode content = route.operation().at("/requestBody/content");
        JsonNode json = content.path("application/json");
        return resolved((json.isMissingNode() ? content.path("application/merge-patch+json") : json).path("schema"));
    }

    /** Follows a reference. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(root.at(reference.substring(1)));
    }

    /** Pointers to the texts of a body that may hold any text: {@code /name}, {@code /addresses/0/city}. */
    List<String> texts(JsonNode schema) {
        List<String> pointers = new ArrayList<>();
        collect(resolved(schema), "", 0, pointers);
        return pointers;
    }

    private void collect(JsonNode schema, String at, int depth, List<String> pointers) {
        if (depth > 4) {
            return;
        }
        switch (schema.path("type").asText()) {
            case "string" -> {
                if (!schema.has("enum") && !schema.has("format")) {
                    pointers.add(at);
                }
            }
            case "array" -> collect(resolved(schema.path("items")), at + "/0", depth + 1, pointers);
            default ->
                schema.path("properties")
                        .properties()
                        .forEach(property -> collect(
                                resolved(property.getValue()), at + "/" + property.getKey(), depth + 1, pointers));
        }
    }
}
