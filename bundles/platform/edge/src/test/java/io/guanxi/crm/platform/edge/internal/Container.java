package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.internal.fixture.ModuleActivator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** An OSGi framework, fresh for every test, and bundles for it. */
final class Container extends ExternalResource {

    private final TemporaryFolder folder = new TemporaryFolder();
    private final Framework framework;

    Container() {
        try {
            folder.create();
            framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            Constants.FRAMEWORK_STORAGE,
                            folder.getRoot().toPath().resolve("cache").toString(),
                            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                            "javax.servlet;version=4.0,javax.servlet.http;version=4.0",
                            "felix.log.level",
                            "0"));
            framework.start();
        } catch (BundleException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void after() {
        try {
            framework.stop();
            framework.waitForStop(5000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        folder.delete();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle install(Path jar) throws BundleException, IOException {
        try (InputStream content = Files.newInputStream(jar)) {
            Bundle bundle = context().installBundle("test:" + jar.getFileName(), content);
            bundle.start();
            return bundle;
        }
    }

    /** A bundle of module {@code customer}. */
    Path jar(String symbolicName, String version, String does) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName + ";singleton:=false");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Bundle-Activator", ModuleActivator.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework,javax.servlet,javax.servlet.http");
        headers.putValue("Crm-Module", "customer");
        headers.putValue("Test-Does", does);
        Path jar = folder.newFile().toPath();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String type : new String[] {
                "ModuleActivator", "ModuleActivator$1", "ModuleActivator$Greeting", "ModuleActivator$Application"
            }) {
                String path = ModuleActivator.class.getPackageName().replace('.', '/') + "/" + type + ".class";
                out.putNextEntry(new ZipEntry(path));
                try (InputStream content = Container.class.getResourceAsStream("/" + path)) {
                    if (content == null) {
                        throw new IOException("no " + path);
                    }
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
