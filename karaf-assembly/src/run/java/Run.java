import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the assembly in the foreground for whoever wants to try it: {@code java Run.java <assembly> <data> <port>
 * <sample data> <administrator>}. The first start makes a demo administrator, or shows the set-up token where it is asked for
 * {@code none}. The data live outside the build folders and are kept; Karaf's own caches are made anew at each start, so
 * that freshly built bundles are used.
 */
public final class Run {

    private static final Pattern CONSOLE_PORT =
            Pattern.compile("(?m)^((?:rmiRegistryPort|rmiServerPort|sshPort)\\s*=\\s*)\\d+");
    private static final String NAME = "admin";
    // Without the letters and digits that look alike.
    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    private final Path assembly;
    private final Path data;
    private final String port;
    private final String sampleData;
    private final boolean demo;

    private Run(Path assembly, Path data, String port, String sampleData, boolean demo) {
        this.assembly = assembly;
        this.data = data;
        this.port = port;
        this.sampleData = sampleData;
        this.demo = demo;
    }

    public static void main(String[] args) throws Exception {
        boolean demo = !args[4].equals("none");
        System.exit(new Run(Path.of(args[0]), Path.of(args[1]), args[2], args[3], demo).run());
    }

    private int run() throws Exception {
        Files.createDirectories(data);
        Path caches = assembly.resolveSibling("run");
        delete(caches);
        Files.createDirectories(caches.resolve("tmp"));
        configure(caches.resolve("etc"));
        Process karaf = start(caches);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(karaf)));
        Thread reader = new Thread(() -> read(karaf));
        reader.setDaemon(true);
        reader.start();
        announce(karaf);
        return karaf.waitFor();
    }

    /** A configuration of this run's own: another Karaf on the machine may hold the ports of the consoles. */
    private void configure(Path etc) throws IOException {
        try (Stream<Path> files = Files.walk(assembly.resolve("etc"))) {
            for (Path file : files.toList()) {
                Files.copy(file, etc.resolve(assembly.resolve("etc").relativize(file)));
            }
        }
        for (String file : List.of("org.apache.karaf.management.cfg", "org.apache.karaf.shell.cfg")) {
            String text = Files.readString(etc.resolve(file));
            Files.writeString(etc.resolve(file), CONSOLE_PORT.matcher(text).replaceAll(port -> port.group(1) + freePort()));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path caches) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        ProcessBuilder builder = new ProcessBuilder(
                assembly.resolve("bin").resolve(windows ? "karaf.bat" : "karaf").toString(), "server");
        builder.environment().put("KARAF_DATA", caches.toString());
        builder.environment().put("KARAF_ETC", caches.resolve("etc").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "EXTRA_JAVA_OPTS",
                        "-Dcrm.data=" + data + " -Dcrm.port=" + port + " -Dcrm.sampleData=" + sampleData);
        return builder.redirectErrorStream(true).start();
    }

    /** Passes on what Karaf prints. */
    private static void read(Process karaf) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(karaf.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                System.out.println(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String line) throws IOException {
        Path file = data.resolve("account");
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, line + System.lineSeparator());
    }

    private void announce(Process karaf) throws Exception {
        String url = "http://127.0.0.1:" + port + "/crm/";
        System.out.println("Starting Guanxi CRM ...");
        while (karaf.isAlive() && !healthy(url + "health")) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        if (!karaf.isAlive()) {
            System.out.println("Guanxi CRM did not start; see " + assembly.resolveSibling("run").resolve("log"));
            return;
        }
        System.out.println();
        System.out.println("Guanxi CRM is ready: " + url);
        System.out.println(account());
        System.out.println("Data: " + data + "   Stop: Ctrl-C");
        System.out.println();
    }

    /** How to sign in: at the first start somebody is made who can, later ones find the account in the file. */
    private String account() throws IOException, InterruptedException {
        Path token = data.resolve("setup-token");
        Path file = data.resolve("account");
        if (Files.exists(token)) {
            String text = Files.readString(token).strip();
            if (!demo) {
                return "Nobody can sign in yet. Set-up token: " + text;
            }
            keep(demoAdministrator(text));
        }
        return Files.exists(file) ? Files.readString(file).strip() : "Sign in as the administrator you have made.";
    }

    private String demoAdministrator(String token) throws IOException, InterruptedException {
        StringBuilder password = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        String body = "{\"token\":\"" + token + "\",\"name\":\"" + NAME + "\",\"password\":\"" + password + "\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/crm/api/platform/v1/setup"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the demo administrator was refused: " + answer.body());
        }
        return "user: " + NAME + "  password: " + password;
    }

    /** Whether all serve, the last to come among them: until then its check would be missed, not unwell. */
    private static boolean healthy(String address) throws IOException {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            if (connection.getResponseCode() != 200) {
                return false;
            }
            try (InputStream body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8).contains("\"sample data\"");
            }
        } catch (java.net.ConnectException | java.net.SocketTimeoutException e) {
            return false; // not listening yet
        }
    }

    /** Karaf's script does not pass signals on: its Java process is ended by itself. */
    private static void stop(Process karaf) {
        List<ProcessHandle> all = Stream.concat(karaf.descendants(), Stream.of(karaf.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
