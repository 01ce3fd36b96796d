package io.guanxi.crm.itests;

import static org.junit.Assert.assertTrue;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Test;

public class ShellTests extends InCrm {

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
