package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record of every kind, and a body that makes another one. */
final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{([^}]+)}");
    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String INTERACTIONS = "/crm/api/contact/v1/interactions";
    private static final String ORDERS = "/crm/api/transaction/v1/orders";

    private static final String PLATFORM = "/crm/api/platform/v1/";
    private static final String VIEWS = PLATFORM + "views";
    private static final String DEPARTMENTS = PLATFORM + "departments";

    private final Map<String, List<String>> bodies = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Makes the records. */
    static Samples in(Web web) throws Exception {
        Samples samples = new Samples();
        samples.make(web, CUSTOMERS, "customers", "{\"kind\":\"company\",\"name\":\"一致性公司\"}");
        String customer = samples.ids.get("customers");
        samples.make(web, CUSTOMERS + "/{customerId}/persons", "persons", "{\"name\":\"张伟\"}");
        samples.make(
                web,
                INTERACTIONS,
                "interactions",
                "{\"customerId\":\"" + customer + "\",\"channel\":\"call\",\"direction\":\"out\","
                        + "\"at\":\"2026-03-01T08:30:00Z\",\"subject\":\"回访\",\"nextStep\":{\"at\":\"2026-03-08\",\"what\":\"报价\"}}");
        samples.make(
                web,
                ORDERS,
                "orders",
                "{\"customerId\":\"" + customer + "\",\"orderedAt\":\"2026-03-01T08:30:00Z\",\"currency\":\"CNY\","
                        + "\"status\":\"confirmed\",\"lines\":[{\"product\":\"P-1\",\"quantity\":\"2\",\"unitPrice\":\"10.00\"}]}");
        samples.bodies.put(
                "POST " + CUSTOMERS,
                List.of(
                        "{\"kind\":\"company\",\"name\":\"一致性公司\",\"addresses\":[{\"type\":\"office\"}],"
                                + "\"bankAccounts\":[{\"bank\":\"ICBC\",\"number\":\"6222020200112233\"}]}",
                        "{\"kind\":\"person\",\"name\":\"王芳\",\"addresses\":[{\"type\":\"home\"}],"
                                + "\"bankAccounts\":[{\"bank\":\"ICBC\",\"number\":\"6222020200112233\"}]}"));
        samples.makeJobs(web);
        samples.makeAccess(web);
        return samples;
    }

    private void makeJobs(Web web) throws Exception {
        ImportRun run = ImportRun.of(
                web, "type=customers", "name,externalId\n一致性导入公司,CONFORM-1\n".getBytes(StandardCharsets.UTF_8));
        ids.put("imports", run.id());
        String patch = "{\"action\":\"patch\",\"filter\":\"externalId==CONFORM-1\",\"expected\":1,"
                + "\"patch\":{\"industry\":\"电子\"}}";
        Web.Answer accepted = web.post(CUSTOMERS + "/bulk", patch);
        if (accepted.status() != 202) {
            throw new AssertionError(accepted.toString());
        }
        ids.put("bulk-changes", accepted.text("id"));
    }

    private void makeAccess(Web web) throws Exception {
        String unique = UUID.randomUUID().toString().substring(0, 13);
        make(web, DEPARTMENTS, "departments", "{\"name\":\"一致性部门 " + unique + "\"}");
        make(web, PLATFORM + "teams", "teams", "{\"name\":\"一致性团队 " + unique + "\"}");
        known(
                web,
                PLATFORM + "users",
                "users",
                "{\"name\":\"sample-" + unique + "\",\"password\":\"correct horse battery\",\"roles\":[\"sales\"]}");
        known(
                web,
                PLATFORM + "roles",
                "roles",
                "{\"code\":\"sample-" + unique + "\",\"label\":{\"en\":\"Sample\",\"zh\":\"示例\"},"
                        + "\"grants\":{\"customer\":[\"read\"]}}");
    }

    /** A record that is read and changed; of its body nothing can be said, as its name is taken now. */
    private void known(Web web, String path, String collection, String body) throws Exception {
        Web.Answer answer = web.post(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer);
        }
        ids.put(collection, answer.text("id"));
    }

    private void make(Web web, String path, String collection, String body) throws Exception {
        bodies.put("POST " + path, List.of(body));
        Web.Answer answer = web.post(filled(path), body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer);
        }
        ids.put(collection, answer.text("id"));
    }

    /** The path with an id of a record that is there for each parameter, 1 where none is known. */
    String filled(String path) {
        Matcher parameter = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (parameter.find()) {
            String id = ids.getOrDefault(parameter.group(1), "1");
            parameter.appendReplacement(filled, parameter.group(1) + "/" + id);
        }
        // Of two parameters in a row the second names no collection.
        return parameter.appendTail(filled).toString().replaceAll("\\{[^}]+}", "1");
    }

    /** The address of a list, with the parameters that it can't do without, to be followed by others. */
    String listed(String path) {
        return filled(path) + (path.equals(VIEWS) ? "?list=customer&" : "?");
    }

    /** True where a record of the route's collection is known. */
    boolean knows(ApiDocument.Route route) {
        return !filled(route.path()).matches(".*/1(/.*)?");
    }

    /** Bodies that are accepted; none where no sample is known. */
    List<ObjectNode> bodies(ApiDocument.Route route) throws Exception {
        List<ObjectNode> trees = new java.util.ArrayList<>();
        for (String body : bodies.getOrDefault(route.toString(), List.of())) {
            trees.add((ObjectNode) JSON.readTree(body));
        }
        return trees;
    }
}
