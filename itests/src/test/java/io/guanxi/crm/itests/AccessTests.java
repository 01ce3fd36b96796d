package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.itests.AccessMatrix.Kind;
import io.guanxi.crm.itests.AccessMatrix.Row;
import io.guanxi.crm.itests.AccessWorld.Place;
import io.guanxi.crm.itests.AccessWorld.Staff;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.Before;
import org.junit.Test;

/** Every endpoint as every role, about records of the caller, a colleague, another department and of nobody. */
public class AccessTests extends InCrm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Kind> ABOUT_ONE = Set.of(Kind.RECORD, Kind.NAMES_CUSTOMER);
    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";

    private final List<String> failures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Web administrator;

    private static @Nullable AccessWorld settled;

    @SuppressWarnings("NullAway.Init")
    private AccessWorld world;

    @SuppressWarnings("NullAway.Init")
    private ApiDocument document;

    @Before
    public void settle() throws Exception {
        administrator = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        for (String list : List.of("customer/v1/customers", "contact/v1/interactions", "transaction/v1/orders")) {
            administrator.awaitOk("/crm/api/" + list + "?limit=1");
        }
        document = ApiDocument.of(Web.signedOut());
        world = settled(administrator);
    }

    /** The same for all tests: each leaves it as it was, but for what the administrator adds to a hidden customer. */
    private static AccessWorld settled(Web administrator) throws Exception {
        AccessWorld known = settled == null ? AccessWorld.of(administrator) : settled;
        settled = known;
        return known;
    }

    @Test
    public void everyEndpointHoldsToTheMatrix() throws Exception {
        int cells = 0;
        int requests = 0;
        for (ApiDocument.Route route : document.routes()) {
            Row row = AccessMatrix.of(route).orElse(null);
            if (row == null) {
                failures.add(route + ": not in the matrix");
                continue;
            }
            if (row.kind() == Kind.PUBLIC) {
                continue;
            }
            expect(
                    route + " signed out",
                    401,
                    world.send(Web.signedOut(), row, Place.OWN, world.staff().get(0)));
            for (Staff staff : world.staff()) {
                for (Place place : ABOUT_ONE.contains(row.kind()) ? Place.values() : one()) {
                    cells++;
                    requests += check(row, staff, place);
                }
            }
        }
        // a stream has no place in the document
        for (Staff staff : world.staff()) {
            if (!staff.may("event.read")) {
                expect("the stream as " + staff.role(), 403, staff.web().get("/crm/api/platform/v1/events/stream"));
            }
        }
        System.out.printf(
                "access: %d endpoints, %d cells, %d requests%n",
                document.routes().size(), cells, requests);
        assertEquals(String.join("\n", failures), 0, failures.size());
        assertEquals(
                "rows of the matrix", AccessMatrix.size(), document.routes().size());
    }

    private static Place[] one() {
        return new Place[] {Place.OWN};
    }

    private int check(Row row, Staff staff, Place place) throws Exception {
        boolean may = row.rights().stream().allMatch(staff::may);
        boolean reaches = staff.reaches(place);
        String cell = row + " as " + staff.role() + ", " + place;
        if (!may) {
            expect(cell, 403, world.send(staff.web(), row, place, staff));
            return 1;
        }
        if (row.kind() == Kind.RIGHT && !row.method().equals("GET")) {
            return 0; // that they work is shown elsewhere; here they would change the world
        }
        Web.Answer answer = world.send(staff.web(), row, place, staff);
        switch (row.kind()) {
            case RECORD -> {
                if (reaches) {
                    expectPassed(cell, answer);
                } else {
                    expect(cell, 404, answer);
                }
            }
            case NAMES_CUSTOMER -> {
                boolean unknown = answer.body().contains("unknown-customer");
                if (unknown == reaches || (reaches && answer.status() != 201)) {
                    failures.add(cell + ": " + answer.status() + " " + answer.body());
                }
            }
            case LIST -> expectReached(cell, row, staff);
            default -> {
                if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
                    failures.add(cell + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        world.heal(row, place, answer);
        return 1;
    }

    /** The list as a page, as a count and, where the role may export, as a file. */
    private void expectReached(String cell, Row row, Staff staff) throws Exception {
        for (Place place : Place.values()) {
            String id = world.recordOf(row, place);
            String path = row.path() + "?count=true&filter=id==" + id;
            Web.Answer answer = staff.web().get(path);
            int expected = staff.reaches(place) ? 1 : 0;
            JsonNode page = JSON.readTree(answer.body());
            if (answer.status() != 200
                    || page.path("total").asInt(-1) != expected
                    || page.path("items").size() != expected) {
                failures.add(cell + " of " + place + ": " + answer.status() + " " + answer.body());
            }
            if (row.path().endsWith("/v1/persons")) {
                continue; // there is no file of it
            }
            Web.Answer file = staff.web().with("Accept", "application/x-ndjson").get(row.path() + "?filter=id==" + id);
            boolean exports = staff.may(row.rights().get(0).replace(".read", ".export"));
            boolean right =
                    exports ? file.status() == 200 && file.body().isBlank() == (expected == 0) : file.status() == 403;
            if (!right) {
                failures.add(cell + " as a file, of " + place + ": " + file.status() + " " + file.body());
            }
        }
    }

    @Test
    public void nothingIsToLearnOfAHiddenCustomer() throws Exception {
        Staff seller = world.staff("sales");
        String hidden = world.customer(Place.ELSEWHERE);
        List<String> questions = List.of(
                CUSTOMERS + "?q=隐藏",
                CUSTOMERS + "?q=yincanggongsi&count=true",
                CUSTOMERS + "?filter=name=like=*隐藏*&count=true",
                CUSTOMERS + "?filter=ownerId=isnull=false&sort=-name&count=true&limit=200",
                CUSTOMERS + "?filter=industry==secret&count=true",
                CUSTOMERS + "?sort=-code&limit=200&fields=id,name&filter=name=like=Reach*",
                CUSTOMERS + "?filter=id==" + hidden,
                CUSTOMERS + "/" + hidden,
                CUSTOMERS + "/" + hidden + "/history",
                CUSTOMERS + "/" + hidden + "/persons",
                "/crm/api/customer/v1/persons?q=隐藏",
                "/crm/api/contact/v1/interactions?filter=customerId==" + hidden + "&count=true",
                "/crm/api/transaction/v1/orders?filter=customerId==" + hidden + "&count=true",
                "/crm/api/transaction/v1/customers/" + hidden + "/facts",
                "/crm/api/segmentation/v1/customers/" + hidden + "/rfm",
                "/crm/api/segmentation/v1/rfm?currency=NOK",
                "/crm/api/segmentation/v1/rfm/members?currency=NOK",
                "/crm/api/reporting/v1/reports/revenue-by-month/run?currency=NOK");
        List<String> before = answers(seller, questions);

        String etag = administrator.get(CUSTOMERS + "/" + hidden).header("ETag").orElseThrow();
        Web.Answer changed = administrator
                .with("If-Match", etag)
                .patch(
                        CUSTOMERS + "/" + hidden,
                        "{\"name\":\"隐藏公司\",\"industry\":\"secret\",\"code\":\"ZZZ-" + hidden + "\"}");
        assertEquals(changed.body(), 200, changed.status());
        Web.Answer person = administrator.post(CUSTOMERS + "/" + hidden + "/persons", "{\"name\":\"隐藏人\"}");
        assertEquals(201, person.status());
        Web.Answer order = administrator.post(
                "/crm/api/transaction/v1/orders", AccessWorld.order(hidden).replace("CNY", "NOK"));
        assertEquals(order.body(), 201, order.status());

        assertEquals(before, answers(seller, questions));
        List<String> seen = answers(new Staff("administrator", "", administrator, Set.of(), "all"), questions);
        assertFalse("the questions tell something to who may know", before.equals(seen));
    }

    private static List<String> answers(Staff staff, List<String> questions) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String question : questions) {
            Web.Answer answer = staff.web().get(question);
            answers.add(question + ": " + answer.status() + " "
                    + answer.header("ETag").orElse("") + " "
                    + answer.body()
                            .replaceAll("\"instance\":\"[^\"]*\"", "")
                            .replaceAll("\"computedAt\":\"[^\"]*\"", ""));
        }
        return answers;
    }

    @Test
    public void aRefusedWriteChangesNothing() throws Exception {
        Staff seller = world.staff("sales");
        String hidden = world.customer(Place.ELSEWHERE);
        String before = administrator.get(CUSTOMERS + "/" + hidden).body();
        String patch = "{\"name\":\"taken over\"}";
        for (Web.Answer answer : List.of(
                seller.web().with("If-Match", "\"1\"").patch(CUSTOMERS + "/" + hidden, patch),
                seller.web().delete(CUSTOMERS + "/" + hidden),
                seller.web().post(CUSTOMERS + "/" + hidden + "/release", ""),
                seller.web().post(CUSTOMERS + "/" + hidden + "/transfer", "{\"ownerId\":\"" + seller.id() + "\"}"),
                seller.web()
                        .post(
                                CUSTOMERS + "/" + hidden + "/shares",
                                "{\"holder\":{\"kind\":\"user\",\"id\":\"" + seller.id() + "\"},\"writable\":true}"))) {
            assertEquals(answer.body(), 404, answer.status());
        }
        ImportRun run = ImportRun.of(
                seller.web(),
                "type=customers&mode=upsert",
                ("code,name\n" + world.codeOf(Place.ELSEWHERE) + ",taken over\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(
                run.toString(),
                seller.web()
                        .get("/crm/api/platform/v1/imports/" + run.id() + "/rejects")
                        .body()
                        .contains("code-taken"));
        assertEquals(before, administrator.get(CUSTOMERS + "/" + hidden).body());
        assertEquals(
                404,
                world.staff("manager")
                        .web()
                        .get("/crm/api/platform/v1/imports/" + run.id())
                        .status());
    }

    @Test
    public void whoIsMovedReachesOtherRecordsWithTheNextRequest() throws Exception {
        Staff manager = world.staff("manager");
        String elsewhere = CUSTOMERS + "/" + world.customer(Place.ELSEWHERE);
        String colleague = CUSTOMERS + "/" + world.customer(Place.COLLEAGUE);
        assertEquals(404, manager.web().get(elsewhere).status());
        assertEquals(200, manager.web().get(colleague).status());

        world.move(manager, world.west());
        assertEquals(200, manager.web().get(elsewhere).status());
        assertEquals(404, manager.web().get(colleague).status());

        world.move(manager, world.east());
        assertEquals(404, manager.web().get(elsewhere).status());
        assertEquals(200, manager.web().get(colleague).status());
    }

    @Test
    public void whoJoinsATeamReachesWhatIsSharedWithItWithTheNextRequest() throws Exception {
        Staff seller = world.staff("sales");
        String path = CUSTOMERS + "/" + world.customer(Place.ELSEWHERE);
        String holder = "{\"holder\":{\"kind\":\"team\",\"id\":\"" + world.team() + "\"}}";
        assertEquals(201, administrator.post(path + "/shares", holder).status());
        assertEquals(404, seller.web().get(path).status());

        world.join(seller.id());
        assertEquals(200, seller.web().get(path).status());
        assertEquals(
                403,
                seller.web()
                        .with("If-Match", seller.web().get(path).header("ETag").orElse(""))
                        .patch(path, "{\"name\":\"taken over\"}")
                        .status());

        world.join();
        assertEquals(404, seller.web().get(path).status());
        assertEquals(
                204,
                administrator
                        .delete("/crm/api/platform/v1/teams/" + world.team())
                        .status());
        assertEquals(
                0,
                JSON.readTree(administrator.get(path + "/shares").body())
                        .path("items")
                        .size());
        world.newTeam();
    }

    private void expect(String cell, int status, Web.Answer answer) {
        if (answer.status() != status) {
            failures.add(cell + ": expected " + status + ", got " + answer.status() + " " + answer.body());
        }
    }

    private void expectPassed(String cell, Web.Answer answer) {
        if (Set.of(401, 403, 404).contains(answer.status()) || answer.status() >= 500) {
            failures.add(cell + ": " + answer.status() + " " + answer.body());
        }
    }
}
