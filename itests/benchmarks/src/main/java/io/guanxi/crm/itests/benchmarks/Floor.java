package io.guanxi.crm.itests.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * The plainest server that stores and shows a customer: the JDK's HTTP server, a JDBC connection per thread, prepared
 * statements, one commit per customer. It checks nothing and asks nobody who is calling.
 */
public final class Floor {

    private static final int THREADS = 8;

    private final FloorTables tables;

    private Floor(FloorTables tables) {
        this.tables = tables;
    }

    /** @param args port, JDBC URL */
    public static void main(String[] args) throws IOException, SQLException {
        Floor floor = new Floor(new FloorTables(args[1]));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        HttpServer server = HttpServer.create(address, 128);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/customers", floor::handle);
        server.createContext("/ready", exchange -> answer(exchange, 200, "{}"));
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                FloorTables.Customer customer =
                        tables.insert(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Location", "/customers/" + customer.id());
                answer(exchange, 201, customer.json());
            } else if (path.length() > "/customers/".length()) {
                long id = Long.parseLong(path.substring("/customers/".length()));
                answer(exchange, 200, tables.find(id).json());
            } else {
                answer(exchange, 200, tables.firstByName());
            }
        } catch (SQLException e) {
            answer(exchange, 500, e.toString());
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
