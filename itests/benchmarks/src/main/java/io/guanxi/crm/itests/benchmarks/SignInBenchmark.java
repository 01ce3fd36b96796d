package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Sign-ins over HTTP beside the bare password hashes that they are made of, and requests of those who are known already. */
final class SignInBenchmark {

    private static final int USERS = Integer.getInteger("benchmarks.users", 300);
    private static final int[] CLIENTS = {1, 4};
    private static final String PASSWORD = "correct horse battery";
    private static final String API = "/crm/api/platform/v1/";

    private final Path archive;
    private final Path folder;
    private final Place place;

    SignInBenchmark(Path archive, Path folder, Place place) {
        this.archive = archive;
        this.folder = folder;
        this.place = place;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        Table table = new Table("what", "clients", "a second", "of the bare hashes");
        System.out.printf(
                "load before: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (Assembly assembly = Assembly.start(archive, folder, place)) {
            CrmClient administrator = assembly.client();
            AtomicInteger next = new AtomicInteger();
            for (int i = 0; i < USERS * (CLIENTS.length + 1); i++) {
                administrator.create(API + "users", user(i));
            }
            // Once for the just-in-time compiler.
            each(1, USERS, i -> signIn(administrator, next.getAndIncrement()));
            each(1, USERS, i -> hash(i));
            for (int clients : CLIENTS) {
                double bare = each(clients, USERS, i -> hash(i));
                int first = next.get();
                double fresh = each(clients, USERS, i -> signIn(administrator, next.getAndIncrement()));
                double again = each(clients, USERS, i -> signIn(administrator, first + i));
                table.row("bare Argon2id hash", clients, Table.whole(bare), "");
                table.row("sign-in", clients, Table.whole(fresh), Table.ratio(fresh / bare));
                table.row("sign-in again within a minute", clients, Table.whole(again), Table.ratio(again / bare));
            }
            for (int clients : CLIENTS) {
                Load.Figures known = Load.of(clients, number -> administrator.get(API + "me"));
                table.row("request with a known session", clients, Table.whole(known.perSecond()), "");
            }
            CrmClient key = administrator.withKey();
            for (int clients : CLIENTS) {
                Load.Figures known = Load.of(clients, number -> key.get(API + "me"));
                table.row("request with an API key", clients, Table.whole(known.perSecond()), "");
            }
        }
        table.print("Signing in on " + place.name());
        System.out.printf(
                "load after: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private interface Work {
        void run(int number) throws Exception;
    }

    /** How many of so many a second, by so many at once. */
    private static double each(int clients, int count, Work work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    work.run(number);
                    return number;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }

    private static String user(int number) {
        return "{\"name\":\"bench" + number + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"sales\"]}";
    }

    private static void signIn(CrmClient client, int number) throws IOException, InterruptedException {
        client.signIn("bench" + number, PASSWORD);
    }

    // What the product computes, with nothing around it.
    private static void hash(int number) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(19 * 1024)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(("salt of sixteen " + number).getBytes(StandardCharsets.US_ASCII))
                .build());
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[32]);
    }
}
