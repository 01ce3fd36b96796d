package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Customers created, read and listed over HTTP: the product beside the floor, one after the other on the same machine. */
final class HttpBenchmark {

    private static final int KNOWN = 2_000;
    private static final int[] CLIENTS = {1, 8};

    private final Path archive;
    private final Path folder;
    private final Place place;

    HttpBenchmark(Path archive, Path folder, Place place) {
        this.archive = archive;
        this.folder = folder;
        this.place = place;
    }

    void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        List<Load.Figures> product;
        try (Assembly assembly = Assembly.start(archive, folder, place)) {
            product = measured(assembly.client(), "/crm/api/customer/v1/customers");
        }
        List<Load.Figures> floor;
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        Process process = floor(address.getPort());
        try {
            floor = measured(CrmClient.open(address), "/customers");
        } finally {
            process.destroy();
            process.waitFor();
        }
        print(product, floor);
    }

    private void print(List<Load.Figures> product, List<Load.Figures> floor) {
        Table table = new Table(
                "what", "clients", "product/s", "floor/s", "ratio", "product ms, half / 99 %", "floor ms, half / 99 %");
        String[] names = {"create", "read by id", "list of 50 by name"};
        for (int i = 0; i < product.size(); i++) {
            Load.Figures ours = product.get(i);
            Load.Figures theirs = floor.get(i);
            table.row(
                    names[i / CLIENTS.length],
                    CLIENTS[i % CLIENTS.length],
                    Table.whole(ours.perSecond()),
                    Table.whole(theirs.perSecond()),
                    Table.ratio(ours.perSecond() / theirs.perSecond()),
                    latencies(ours),
                    latencies(theirs));
        }
        table.print("HTTP on " + place.name());
    }

    private static String latencies(Load.Figures figures) {
        return Table.millis(figures.median() / 1e3) + " / " + Table.millis(figures.ninetyNinth() / 1e3);
    }

    private static List<Load.Figures> measured(CrmClient client, String path)
            throws IOException, InterruptedException, ExecutionException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < KNOWN; i++) {
            ids.add(client.create(path, customer(i)));
        }
        List<Load.Figures> figures = new ArrayList<>();
        for (int clients : CLIENTS) {
            figures.add(Load.of(clients, number -> client.create(path, customer(number))));
        }
        for (int clients : CLIENTS) {
            figures.add(Load.of(clients, number -> client.get(path + "/" + ids.get((int) (number / 64 % KNOWN)))));
        }
        for (int clients : CLIENTS) {
            figures.add(Load.of(clients, number -> client.get(path + "?limit=50")));
        }
        return figures;
    }

    private static String customer(long number) {
        return "{\"kind\":\"company\",\"name\":\"星辰科技" + number + "\",\"phones\":[\"021-" + number % 100_000_000
                + "\"]}";
    }

    private Process floor(int port) throws IOException, InterruptedException, SQLException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx1g",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dderby.stream.error.file=" + folder.resolve("floor-derby.log"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        Integer.toString(port),
                        place.floorUrl("http"))
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (CrmClient.status(URI.create("http://127.0.0.1:" + port), "/ready") != 200) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the floor did not come up");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return process;
    }
}
