package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

public class ShellTests extends InCrm {

    /** Commands with arguments that would do something, were they allowed. */
    private static final List<String> ADMINISTRATION = List.of(
            "user-add --role administrator mallory",
            "user-change --role administrator tester-sales",
            "user-password tester-sales",
            "setup token mallory",
            "import customers /nowhere.csv",
            "import-undo 1",
            "export customers /nowhere.csv",
            "exchange io.guanxi.crm.customer.service /nowhere.jar",
            "audit",
            "audit-verify",
            "users-sync nobody",
            "person-export 1",
            "person-erase --confirm 1 because",
            "erasures");

    private static final List<String> READINGS = List.of(
            "status",
            "customer-list",
            "customer-show 1",
            "interaction-list 1",
            "order-list",
            "rfm",
            "revenue",
            "fields customer",
            "jobs",
            "subscriptions",
            "users",
            "roles",
            "departments");

    private static final List<String> MANAGEMENT = List.of(
            "job-run no-such-job",
            "dead-letters nobody",
            "subscriptions --pause nobody",
            "subscriptions --resume nobody");

    private static final List<String> FINAL = List.of(
            "subscriptions --forget nobody", "dead-letters --discard nobody 1", "subscriptions --forget=nobody");

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Before
    public void open() {
        console = new Console(context);
    }

    @Test
    public void listsAndShowsCustomers() throws Exception {
        Customer customer = asAdministrator(
                () -> service(CustomerArchive.class).register(CustomerData.of(CustomerKind.COMPANY, "命令行公司")));

        assertTrue(console.run("crm:customer-list 命令行").contains("命令行公司"));
        assertTrue(console.run("crm:customer-show " + customer.id()).contains("命令行公司"));
    }

    @Test
    public void importsAFile() throws Exception {
        Path file = Files.createTempFile("customers", ".csv");
        Files.writeString(file, "name,externalId\n命令导入公司,SHELL-1\n,SHELL-2\n");

        String output = console.run("crm:import customers " + file);

        assertTrue(output, output.contains("1"));
        assertTrue(console.run("crm:customer-list 命令导入").contains("命令导入公司"));
    }

    @Test
    public void everyCommandSaysWhoMayRunIt() throws Exception {
        Configuration rights =
                service(ConfigurationAdmin.class).getConfiguration("org.apache.karaf.command.acl.crm", null);
        Set<String> named = Collections.list(rights.getProperties().keys()).stream()
                .map(key -> key.replaceFirst("\\[.*", ""))
                .filter(key -> !key.matches("\\*|service\\..*|felix\\..*|org\\..*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(console.commands(), named);

        Set<String> tried = Stream.of(ADMINISTRATION, READINGS, MANAGEMENT, FINAL)
                .flatMap(List::stream)
                .map(command -> command.replaceFirst(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("the test tries every command", console.commands(), tried);
    }

    @Test
    public void aViewerReadsAndIsRefusedTheRest() {
        Console viewer = new Console(context, "lin", "viewer");
        for (String command : READINGS) {
            assertAllowed(viewer, command);
        }
        for (String command : ADMINISTRATION) {
            assertRefused(viewer, command);
        }
        for (String command : MANAGEMENT) {
            assertRefused(viewer, command);
        }
        for (String command : FINAL) {
            assertRefused(viewer, command);
        }
    }

    @Test
    public void aManagerRunsWhatCanBeTakenBack() {
        Console manager = new Console(context, "lin", "manager");
        for (String command : MANAGEMENT) {
            assertAllowed(manager, command);
        }
        for (String command : ADMINISTRATION) {
            assertRefused(manager, command);
        }
        for (String command : FINAL) {
            assertRefused(manager, command);
        }
    }

    @Test
    public void whoIsNobodyIsRefusedEverything() {
        Console nobody = new Console(context, "lin", "no-such-role");
        for (String command : READINGS) {
            assertRefused(nobody, command);
        }
    }

    @Test
    public void whatIsDoneAtTheConsoleIsDoneByWhoSignedIn() throws Exception {
        Path file = Files.createTempFile("customers", ".csv");
        Files.writeString(file, "name,externalId\n谁来了公司,SHELL-WHO\n");

        new Console(context, "lin", "admin").run("USER=mallory; crm:import customers " + file);

        CustomerArchive archive = service(CustomerArchive.class);
        String by = asAdministrator(() -> archive.byExternalIds(List.of("SHELL-WHO")).values().stream()
                .map(id -> archive.find(id).orElseThrow().createdBy())
                .collect(Collectors.joining()));
        assertEquals("shell:lin", by);
    }

    /** It may fail for want of what it asks for, but not for want of rights. */
    private static void assertAllowed(Console console, String command) {
        String answer = console.refusal("crm:" + command);
        assertFalse(command + ": " + answer, isRefusal(answer));
    }

    private static void assertRefused(Console console, String command) {
        String answer = console.refusal("crm:" + command);
        assertTrue(command + ": " + answer, isRefusal(answer));
    }

    private static boolean isRefusal(String answer) {
        return answer.contains("Command not found") || answer.contains("Insufficient credentials");
    }

    @Test
    public void showsTheStateOfThings() throws Exception {
        String status = console.run("crm:status");
        assertTrue(status, status.contains("customer"));
        assertTrue(status, status.contains("io.guanxi.crm.customer.service"));
    }

    @Test
    public void printsTheGrid() throws Exception {
        assertTrue(!console.run("crm:rfm").isBlank());
    }
}
