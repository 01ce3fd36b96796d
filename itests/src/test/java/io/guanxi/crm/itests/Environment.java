package io.guanxi.crm.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;
import org.ops4j.pax.exam.options.extra.VMOption;

/**
 * The two containers the product is tested in: the shipped assembly (Felix HTTP, Derby), and a plain Karaf as a customer
 * has it (Pax Web), with our features and PostgreSQL.
 */
final class Environment {

    private static final int PORT = freePort();
    private static final long PATIENCE_MILLIS = 300_000;

    private Environment() {}

    static Option[] options() {
        List<Option> options = new ArrayList<>(common());
        if (System.getProperty("crm.environment", "assembly").equals("assembly")) {
            options.add(distribution("crm.assembly", "assembly"));
        } else {
            options.add(distribution("crm.karaf", "customer-karaf"));
            options.addAll(ourFeatures());
            options.add(replaceConfigurationFile("etc/org.ops4j.datasource-crm.cfg", postgresql()));
        }
        return options.toArray(new Option[0]);
    }

    private static Option distribution(String archive, String name) {
        return karafDistributionConfiguration()
                .frameworkUrl(new File(System.getProperty(archive)).toURI().toString())
                .name(name)
                .karafVersion(System.getProperty("karaf.version"))
                .unpackDirectory(new File("target/exam/" + name))
                .useDeployFolder(false);
    }

    private static List<Option> common() {
        List<Option> options = new ArrayList<>(List.of(
                keepRuntimeFolder(),
                systemTimeout(PATIENCE_MILLIS),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("crm.localRepository")),
                systemProperty("org.ops4j.pax.exam.raw.extender.intern.Parser.DEFAULT_TIMEOUT")
                        .value("" + PATIENCE_MILLIS),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                logLevel(LogLevelOption.LogLevel.INFO),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", "" + freePort()),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", "" + freePort()),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + freePort()),
                editConfigurationFilePut("etc/system.properties", "crm.port", "" + PORT),
                editConfigurationFilePut("etc/io.guanxi.crm.sampledata.cfg", "data", "default"),
                systemProperty("crm.itest.environment").value(System.getProperty("crm.environment", "assembly")),
                systemProperty("crm.fuzz.requests").value(System.getProperty("crm.fuzz.requests", "5000")),
                systemProperty("crm.fuzz.seed").value(System.getProperty("crm.fuzz.seed", "20260301")),
                systemProperty("crm.upgrade.rate").value(System.getProperty("crm.upgrade.rate", "60")),
                systemProperty("crm.upgrade.rounds").value(System.getProperty("crm.upgrade.rounds", "1")),
                systemProperty("crm.example.oa").value(System.getProperty("crm.example.oa")),
                systemProperty("crm.example.erp").value(System.getProperty("crm.example.erp")),
                systemProperty("crm.itest.root").value(root().toString())));
        for (String argument : vmArguments()) {
            options.add(new VMOption(argument));
        }
        return options;
    }

    private static List<Option> ourFeatures() {
        File repository = new File("target/repository");
        File[] unpacked = repository.listFiles();
        if (unpacked == null || unpacked.length != 1) {
            throw new IllegalStateException("the assembly's repository is not in " + repository.getAbsolutePath());
        }
        String repositories = "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots,"
                + unpacked[0].toPath().resolve("system").toUri() + "@id=crm@snapshots,"
                + new File("target/pax-web").toURI() + "@id=pax-web";
        return List.of(
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories", repositories),
                editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "autoRefresh", "false"),
                editConfigurationFilePut("etc/system.properties", "org.apache.cxf.osgi.http.transport.disable", "true"),
                editConfigurationFilePut("etc/system.properties", "crm.data", "${karaf.base}/crm-data"),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + PORT),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses", "127.0.0.1"),
                features(
                        maven("io.guanxi.crm", "io.guanxi.crm.features", System.getProperty("crm.version"))
                                .type("xml")
                                .classifier("features"),
                        "pax-web-http-whiteboard",
                        "crm-db-postgresql",
                        "crm",
                        "crm-sampledata"));
    }

    private static File postgresql() {
        try {
            Path file = Path.of("target/postgresql.cfg");
            Files.writeString(
                    file,
                    String.join(
                            "\n",
                            "osgi.jdbc.driver.name = PostgreSQL JDBC Driver",
                            "dataSourceName = crm",
                            "url = jdbc:postgresql://127.0.0.1:" + Postgresql.port()
                                    + "/postgres?reWriteBatchedInserts=true",
                            "user = postgres",
                            "password = postgres",
                            "pool = dbcp2",
                            "xa = true",
                            "pool.maxTotal = 20",
                            "pool.maxIdle = 20",
                            "pool.minIdle = 1",
                            "pool.jmxEnabled = false",
                            "factory.poolStatements = false"));
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("crm.root", "..")).toAbsolutePath().normalize();
    }

    /** What Karaf's own start script passes to a modular JVM. */
    private static List<String> vmArguments() {
        String version = System.getProperty("karaf.version");
        return List.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                "--patch-module",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                "--add-opens",
                "java.base/java.security=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.net=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "--add-opens",
                "java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens",
                "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
                "-Djava.security.manager=allow",
                "-Djdk.util.zip.disableZip64ExtraFieldValidation=true",
                "-Xmx1g",
                "-classpath",
                "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
