package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.itests.AccessMatrix.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Two departments, somebody of every role in the eastern one, and customers of each, of others and of nobody. */
final class AccessWorld {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/crm/api/";
    private static final String CUSTOMERS = API + "customer/v1/customers";
    private static final String USERS = API + "platform/v1/users";
    private static final String PAYMENT =
            "{\"at\":\"2026-03-02T00:00:00Z\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"method\":\"cash\"}";
    private static final String DELIVERY =
            "{\"at\":\"2026-03-02T00:00:00Z\",\"lines\":[{\"line\":1,\"quantity\":\"0.001\"}]}";
    private static final String PASSWORD = "correct horse battery staple";

    /** Whose a record is, seen from the caller. */
    enum Place {
        OWN,
        COLLEAGUE,
        ELSEWHERE,
        POOL
    }

    /** Somebody with one role. */
    record Staff(String role, String id, Web web, Set<String> rights, String reach) {

        /** @param right such as {@code customer.read} */
        boolean may(String right) {
            return role.equals("administrator") || rights.contains(right);
        }

        boolean reaches(Place place) {
            return switch (place) {
                case OWN, POOL -> true;
                case COLLEAGUE -> !reach.equals("own");
                case ELSEWHERE -> reach.equals("all");
            };
        }
    }

    private record Records(
            String customer,
            String code,
            String person,
            String interaction,
            String order,
            String delivery,
            String payment) {}

    private final Web administrator;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final List<Staff> staff = new ArrayList<>();
    private final Map<String, Records> own = new HashMap<>();
    private final Map<Place, Records> others = new EnumMap<>(Place.class);
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private String east = "";
    private String west = "";

    private AccessWorld(Web administrator) {
        this.administrator = administrator;
    }

    static AccessWorld of(Web administrator) throws Exception {
        AccessWorld world = new AccessWorld(administrator);
        world.settle();
        return world;
    }

    private void settle() throws Exception {
        east = made(API + "platform/v1/departments", "{\"name\":\"East " + unique + "\"}");
        west = made(API + "platform/v1/departments", "{\"name\":\"West " + unique + "\"}");
        for (JsonNode role : read(API + "platform/v1/roles?limit=200").path("items")) {
            if (role.path("shipped").asBoolean()) {
                hire(role);
            }
        }
        others.put(Place.COLLEAGUE, records(user("colleague", "sales", east)));
        others.put(Place.ELSEWHERE, records(user("elsewhere", "sales", west)));
        others.put(Place.POOL, records(""));
        ids.put("colleagues", staff.get(0).id());
        ids.put("users", staff.get(0).id());
        ids.put("departments", east);
        newTeam();
        ids.put(
                "roles",
                read(API + "platform/v1/roles?limit=200").at("/items/0/id").asText());
        ids.put("shares", "user-1");
        ids.put("grids", "standard");
        ids.put("fields", made(API + "platform/v1/fields", field()));
        require(administrator.delete(API + "platform/v1/fields/" + ids.get("fields")), 204);
        ids.put("guest", user("guest", "service", east));
    }

    /** In place of one that was deleted. */
    void newTeam() throws Exception {
        ids.put("teams", made(API + "platform/v1/teams", "{\"name\":\"Team " + unique + "\"}"));
    }

    private String field() {
        return "{\"type\":\"order\",\"code\":\"reach" + unique + "\",\"fieldType\":\"text\","
                + "\"label\":{\"en\":\"Reach\",\"zh\":\"范围\"}}";
    }

    private void hire(JsonNode role) throws Exception {
        String code = role.path("code").asText();
        String id = user(code, code, east);
        Set<String> rights = new HashSet<>();
        role.path("grants").properties().forEach(type -> type.getValue()
                .forEach(action -> rights.add(type.getKey() + "." + action.asText())));
        Web web = Web.signedOut().basic(name(code), PASSWORD);
        staff.add(new Staff(code, id, web, rights, role.path("reach").asText()));
        own.put(code, records(id));
    }

    private String name(String role) {
        return "reach-" + role + "-" + unique;
    }

    private String user(String name, String role, String department) throws Exception {
        return made(
                USERS,
                "{\"name\":\"" + name(name) + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role
                        + "\"],\"departmentId\":\"" + department + "\"}");
    }

    private Records records(String owner) throws Exception {
        String code = "R-" + UUID.randomUUID().toString().substring(0, 13);
        String customer =
                made(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"Reach " + code + "\",\"code\":\"" + code + "\"}");
        String person = made(CUSTOMERS + "/" + customer + "/persons", "{\"name\":\"张伟\"}");
        String interaction = made(API + "contact/v1/interactions", interaction(customer));
        String order = made(API + "transaction/v1/orders", order(customer));
        String parts = API + "transaction/v1/orders/" + order;
        String delivery = made(parts + "/deliveries", DELIVERY);
        String payment = made(parts + "/payments", PAYMENT);
        owners.put(customer, owner);
        give(customer);
        return new Records(customer, code, person, interaction, order, delivery, payment);
    }

    private void give(String customer) throws Exception {
        String owner = owners.getOrDefault(customer, "");
        Web.Answer given = owner.isEmpty()
                ? administrator.post(CUSTOMERS + "/" + customer + "/release", "")
                : administrator.post(CUSTOMERS + "/" + customer + "/transfer", "{\"ownerId\":\"" + owner + "\"}");
        require(given, 200);
    }

    static String interaction(String customer) {
        return "{\"customerId\":\"" + customer + "\",\"channel\":\"call\",\"direction\":\"out\","
                + "\"at\":\"2026-03-01T08:30:00Z\",\"subject\":\"回访\"}";
    }

    static String order(String customer) {
        return "{\"customerId\":\"" + customer + "\",\"orderedAt\":\"2026-03-01T08:30:00Z\",\"currency\":\"CNY\","
                + "\"status\":\"confirmed\",\"lines\":[{\"product\":\"P-1\",\"quantity\":\"2\",\"unitPrice\":\"10.00\"}]}";
    }

    List<Staff> staff() {
        return staff;
    }

    Staff staff(String role) {
        return staff.stream().filter(one -> one.role().equals(role)).findFirst().orElseThrow();
    }

    String east() {
        return east;
    }

    String west() {
        return west;
    }

    /** The customer of a place that is the same for everybody. */
    String customer(Place place) {
        return others(place).customer();
    }

    String codeOf(Place place) {
        return others(place).code();
    }

    private Records others(Place place) {
        Records records = others.get(place);
        if (records == null) {
            throw new AssertionError(place);
        }
        return records;
    }

    private Records of(Staff caller, Place place) {
        Records records = place == Place.OWN ? own.get(caller.role()) : others.get(place);
        if (records == null) {
            throw new AssertionError(caller.role() + " " + place);
        }
        return records;
    }

    /** The record that a list would show of a place; of one's own, the first role's. */
    String recordOf(Row row, Place place) {
        Records records = place == Place.OWN ? others(Place.POOL) : others(place);
        return switch (row.path().substring(row.path().lastIndexOf('/') + 1)) {
            case "customers" -> records.customer();
            case "persons" -> records.person();
            case "interactions" -> records.interaction();
            case "orders" -> records.order();
            default -> throw new AssertionError(row.toString());
        };
    }

    Web.Answer send(Web web, Row row, Place place, Staff caller) throws Exception {
        Records records = of(caller, place);
        String path = filled(row, records);
        if (row.method().equals("GET")) {
            return web.get(path + (row.path().endsWith("/views") ? "?list=customer" : ""));
        }
        if (row.method().equals("DELETE")) {
            return web.delete(path);
        }
        Web sender = row.method().equals("PATCH") ? web.with("If-Match", etag(path)) : web;
        return sender.send(row.method(), path, "application/json", body(row, records));
    }

    private String etag(String path) throws Exception {
        return administrator.get(path).header("ETag").orElse("\"1\"");
    }

    private String filled(Row row, Records records) {
        String path = row.path()
                .replace("{customerId}", records.customer())
                .replace("{orderId}", records.order())
                .replace("customers/{id}", "customers/" + records.customer())
                .replace("persons/{id}", "persons/" + records.person())
                .replace("interactions/{id}", "interactions/" + records.interaction())
                .replace("orders/{id}", "orders/" + records.order())
                .replace("deliveries/{id}", "deliveries/" + records.delivery())
                .replace("payments/{id}", "payments/" + records.payment())
                .replace("{sequence}", "1");
        for (Map.Entry<String, String> known : ids.entrySet()) {
            path = path.replaceAll(known.getKey() + "/\\{[^}]*}", known.getKey() + "/" + known.getValue());
        }
        return path.replaceAll("\\{[^}]*}", "1");
    }

    private String body(Row row, Records records) {
        String path = row.path().substring(API.length());
        String guest = ids.getOrDefault("guest", "");
        if (path.endsWith("/transfer")) {
            return "{\"ownerId\":\"" + guest + "\"}";
        } else if (path.endsWith("/shares")) {
            return "{\"holder\":{\"kind\":\"user\",\"id\":\"" + guest + "\"}}";
        } else if (path.endsWith("/persons")) {
            return "{\"name\":\"李四\"}";
        } else if (path.endsWith("/interactions")) {
            return interaction(records.customer());
        } else if (path.endsWith("/orders")) {
            return order(records.customer());
        } else if (path.endsWith("/payments")) {
            return PAYMENT;
        } else if (path.endsWith("/deliveries")) {
            return DELIVERY;
        } else if (path.endsWith("/bulk")) {
            return "{\"action\":\"archive\",\"filter\":\"id==1\",\"expected\":1}";
        } else if (path.endsWith("customer/v1/customers")) {
            return "{\"kind\":\"company\",\"name\":\"Reach\"}";
        } else if (path.endsWith("/fields")) {
            return field();
        }
        return "{}";
    }

    /** Makes the world again what it was before an accepted request. */
    void heal(Row row, Place place, Web.Answer answer) throws Exception {
        if (row.method().equals("GET") || answer.status() >= 300) {
            return;
        }
        for (Records records : place == Place.OWN ? own.values() : List.of(others(place))) {
            if (row.path().endsWith("/transfer") || row.path().endsWith("/release")) {
                give(records.customer());
            } else if (row.path().endsWith("/shares")) {
                administrator.delete(CUSTOMERS + "/" + records.customer() + "/shares/user-" + ids.get("guest"));
            } else if (row.path().endsWith("customers/{id}")) {
                administrator.post(CUSTOMERS + "/" + records.customer() + "/restore", "");
            } else if (row.path().endsWith("persons/{id}")) {
                administrator.post(
                        CUSTOMERS + "/" + records.customer() + "/persons/" + records.person() + "/restore", "");
            } else if (row.path().endsWith("interactions/{id}")) {
                administrator.post(API + "contact/v1/interactions/" + records.interaction() + "/restore", "");
            }
        }
    }

    /** Makes these the members of the team. */
    void join(String... members) throws Exception {
        String path = API + "platform/v1/teams/" + team();
        String patch = "{\"memberIds\":["
                + String.join(
                        ",",
                        List.of(members).stream().map(id -> "\"" + id + "\"").toList()) + "]}";
        require(administrator.with("If-Match", etag(path)).patch(path, patch), 200);
    }

    String team() {
        return ids.getOrDefault("teams", "");
    }

    void move(Staff one, String department) throws Exception {
        String path = USERS + "/" + one.id();
        Web.Answer moved =
                administrator.with("If-Match", etag(path)).patch(path, "{\"departmentId\":\"" + department + "\"}");
        require(moved, 200);
    }

    private String made(String path, String body) throws Exception {
        Web.Answer answer = administrator.post(path, body);
        require(answer, 201);
        return answer.text("id");
    }

    private JsonNode read(String path) throws Exception {
        Web.Answer answer = administrator.get(path);
        require(answer, 200);
        return JSON.readTree(answer.body());
    }

    private static void require(Web.Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }
}
