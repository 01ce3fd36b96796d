package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product as it is shipped, unpacked anew, empty, in a process of its own. */
final class Assembly implements AutoCloseable {

    private static final String GC_LOG = "gc.log";
    private static final Pattern COLLECTED = Pattern.compile(" (\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final URI base;
    private final Path data;

    private Assembly(Process process, URI base, Path data) {
        this.process = process;
        this.base = base;
        this.data = data;
    }

    static Assembly start(Path archive, Path folder, Place place) throws IOException, InterruptedException {
        Path karaf = Files.createDirectories(folder.resolve("karaf"));
        Process tar = new ProcessBuilder(
                        "tar", "xzf", archive.toString(), "-C", karaf.toString(), "--strip-components=1")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("can't unpack " + archive);
        }
        set(karaf, "org.apache.karaf.shell.cfg", "sshPort", Ports.free());
        set(karaf, "org.apache.karaf.management.cfg", "rmiRegistryPort", Ports.free());
        set(karaf, "org.apache.karaf.management.cfg", "rmiServerPort", Ports.free());
        place.configure(karaf);
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "server");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "EXTRA_JAVA_OPTS",
                        "-Dcrm.port=" + port + " -Dcrm.data=" + data(folder) + " -Dcrm.sampleData=none -Xlog:gc:file="
                                + folder.resolve(GC_LOG) + " " + System.getProperty("benchmarks.jvm", ""));
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        Assembly assembly = new Assembly(builder.start(), URI.create("http://127.0.0.1:" + port), data(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(assembly::kill));
        return assembly;
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** What its log of collections says. */
    static String heap(Path folder) throws IOException {
        int[] most = new int[3];
        try (Stream<String> lines = Files.lines(folder.resolve(GC_LOG))) {
            lines.map(COLLECTED::matcher).filter(Matcher::find).forEach(found -> {
                for (int i = 0; i < most.length; i++) {
                    most[i] = Math.max(most[i], Integer.parseInt(found.group(i + 1)));
                }
            });
        }
        return "at most %d MB of %d MB, %d MB after a collection".formatted(most[0], most[2], most[1]);
    }

    /** A client of the first administrator, once everything is up. */
    CrmClient client() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the assembly did not come up");
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return CrmClient.setUp(base, Files.readString(data.resolve("setup-token")));
    }

    /** Healthy, and the interfaces that are measured know nobody yet. */
    private boolean isReady() throws IOException, InterruptedException {
        return CrmClient.status(base, "/crm/health") == 200
                && CrmClient.status(base, "/crm/api/platform/v1/me") == 401
                && CrmClient.status(base, "/crm/api/customer/v1/customers") == 401;
    }

    /** Karaf stops as it is stopped by an operator; its start script may stand between it and us. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void set(Path karaf, String file, String key, int value) throws IOException {
        Path path = karaf.resolve("etc").resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll("(?m)^\\s*" + key + "\\s*=.*$", ""));
        Files.writeString(path, "\n" + key + " = " + value + "\n", StandardOpenOption.APPEND);
    }
}
