package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/** Nothing that is sent makes us fail, tell of our inside, or take long. */
public class FuzzTests extends InCrm {

    private static final String LIST = "/crm/api/customer/v1/customers";

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        web.awaitOk(LIST + "?limit=1");
    }

    @Test
    public void malformedRequestsAreRefused() throws Exception {
        int requests = Integer.getInteger("crm.fuzz.requests", 5_000);
        long seed = Long.getLong("crm.fuzz.seed", 20260301);
        assertEquals(List.of(), new Fuzz(web, ApiDocument.of(Web.signedOut()), seed).run(requests));
    }

    /** What no client library sends. */
    @Test
    public void malformedHttpIsRefused() throws Exception {
        List<String> failures = new ArrayList<>();
        for (String request : List.of(
                "GET " + LIST + " HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\r\n\r\n",
                "GET " + LIST + " HTTP/1.1\r\nHost: x\r\nX-A\u0001: b\r\n\r\n",
                "GET " + LIST + "?q=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + LIST + "?q=\u00e5\u00bc\u00a0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + LIST + "?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + LIST + "/..%c0%af.. HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + LIST + " HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET " + LIST + "\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST " + LIST + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST " + LIST
                        + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST " + LIST + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
                "GET " + LIST + " HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n",
                "GET " + LIST + "?q=" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + LIST + " HTTP/1.1\r\n" + "X-Many: 1\r\n".repeat(5_000) + "\r\n")) {
            String answer = exchanged(request);
            if (!answer.matches("(?s)HTTP/1\\.1 ([34]|505).*")
                    || answer.contains("Exception")
                    || answer.contains("\tat ")) {
                failures.add(request.substring(0, Math.min(120, request.length())) + " -> " + answer);
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    public void longAddressesAndHeadersAreRefusedInTheReadersLanguage() throws Exception {
        Web.Answer address = web.with("Accept-Language", "zh-CN").get(LIST + "?q=" + "x".repeat(17_000));
        Web.Answer headers = web.with("X-Long", "x".repeat(17_000)).get(LIST);

        assertEquals(414, address.status());
        assertEquals(431, headers.status());
        if (onDerby()) { // a customer's Karaf may have narrower bounds of its own
            assertTrue(address.body(), address.body().contains("请求地址超过"));
            assertTrue(headers.header("Content-Type").orElse("").startsWith("application/problem+json"));
        }
    }

    /** What comes back until the connection is closed, or nothing more comes. */
    private static String exchanged(String request) throws IOException {
        URI server = URI.create(Web.signedOut().base());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int read = in.readNBytes(buffer, 0, 12);
            return new String(buffer, 0, read, StandardCharsets.ISO_8859_1)
                    + new String(buffer, 0, Math.max(0, in.read(buffer)), StandardCharsets.ISO_8859_1);
        }
    }
}
