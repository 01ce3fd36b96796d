package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.Before;
import org.junit.Test;

/** Files as people send them. */
public class BadImportTests extends InCrm {

    private static final String IMPORTS = "/crm/api/platform/v1/imports?type=";

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        web.awaitOk("/crm/api/platform/v1/imports");
    }

    @Test
    public void refusesFilesThatCanNotBeRead() throws Exception {
        assertEquals(422, web.upload(IMPORTS + "customers", new byte[0]).status());
        assertEquals(
                422,
                web.upload(IMPORTS + "customers", Texts.utf8("externalId\nX-1\n"))
                        .status());
        assertEquals(
                422,
                web.upload(IMPORTS + "customers", new byte[] {0, 1, 2, 3, 0, 0, 7})
                        .status());
        assertTrue(web.upload(IMPORTS + "planets", Texts.utf8("name\nx\n")).status() / 100 == 4);
    }

    @Test
    public void readsChineseHeadersInAnyCommonEncoding() throws Exception {
        String csv = "名称,外部编号,类型\n编码公司甲,ENC-1,company\n";
        assertEquals(1, imported(csv.getBytes(Charset.forName("GBK"))));
        assertEquals(1, imported(csv.replace("ENC-1", "ENC-2").getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, imported(("\ufeff" + csv.replace("ENC-1", "ENC-3")).getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, imported(("\ufeff" + csv.replace("ENC-1", "ENC-4")).getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(web.get("/crm/api/customer/v1/customers?limit=200&q=" + Texts.url("编码公司甲"))
                .body()
                .contains("ENC-4"));
    }

    private long imported(byte[] csv) throws Exception {
        ImportRun run = ImportRun.of(web, "type=customers", csv);
        assertEquals(run.toString(), "DONE", run.state());
        return run.number("created");
    }

    @Test
    public void theSameFileTwiceChangesNothing() throws Exception {
        byte[] csv = Texts.utf8("name,externalId,phones\n重复公司,TWICE-1,13900000001\n重复公司二,TWICE-2,\n");
        assertEquals(2, ImportRun.of(web, "type=customers", csv).number("created"));
        ImportRun again = ImportRun.of(web, "type=customers", csv);
        assertEquals(again.toString(), 0, again.number("created") + again.number("updated") + again.number("rejected"));
        assertEquals(2, again.number("unchanged"));
    }

    @Test
    public void reportsEveryBadRowAndLeavesItOut() throws Exception {
        ImportRun customers =
                ImportRun.of(web, "type=customers", Texts.utf8("name,externalId\n订单客户,BAD-C\n订单客户,BAD-C\n"));
        assertEquals(customers.toString(), 1, customers.number("created"));
        assertEquals(1, customers.number("rejected"));

        String header = "orderNumber,customerExternalId,orderedAt,currency,status,product,quantity,unitPrice\n";
        String csv = header
                + "BAD-1,BAD-C,2026-03-01,CNY,confirmed,P-1,-1,10\n"
                + "BAD-2,BAD-C,2026-02-30,CNY,confirmed,P-1,1,10\n"
                + "BAD-3,BAD-C,2026-03-01,XXY,confirmed,P-1,1,10\n"
                + "BAD-4,NOBODY,2026-03-01,CNY,confirmed,P-1,1,10\n"
                + "BAD-5,BAD-C,2026-03-01,CNY,confirmed," + "P".repeat(5000) + ",1,10\n"
                + "GOOD-1,BAD-C,2026-03-01,CNY,confirmed,P-1,1,10\n";
        ImportRun orders = ImportRun.of(web, "type=orders", Texts.utf8(csv));
        assertEquals(orders.toString(), "DONE", orders.state());
        assertEquals(orders.toString(), 1, orders.number("created"));
        assertEquals(5, orders.number("rejected"));
        String rejects = orders.rejects();
        for (String column : new String[] {"quantity", "orderedAt", "currency", "customerExternalId", "product"}) {
            assertTrue(column + " in " + rejects, rejects.contains(column));
        }
    }

    @Test
    public void anOpenQuoteOrAHugeFieldHurtsNobody() throws Exception {
        for (String csv : new String[] {
            "name,externalId\n\"open,QUOTE-1\n", "name,externalId\n" + "长".repeat(3_500_000) + ",HUGE-1\n"
        }) {
            Web.Answer answer = web.upload(IMPORTS + "customers", Texts.utf8(csv));
            if (answer.status() != 422) {
                ImportRun run = ImportRun.of(web, "type=customers", Texts.utf8(csv));
                assertEquals(run.toString(), 0, run.number("created"));
                assertTrue(run.toString(), run.state().equals("FAILED") || run.number("rejected") > 0);
            }
        }
    }
}
