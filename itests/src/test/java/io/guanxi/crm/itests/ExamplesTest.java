package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The example bundles import nothing of ours but packages that API bundles export with a version. */
public class ExamplesTest {

    private static final String OURS = "io.guanxi.crm.";
    private static final Pattern API = Pattern.compile(
            "io\\.guanxi\\.crm\\.(.*\\.api|platform\\.(http|persistence|problem|query|exports|fields\\.values))");
    /** A package of a header; what stands in quotes is passed over. */
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[\\w:-]+=(?:\"[^\"]*\"|[^,;\"]*))*)(?:,|$)");

    @Test
    public void theyUseNothingButTheApi() throws Exception {
        Set<String> offered = new TreeSet<>();
        List<Attributes> examples = new ArrayList<>();
        for (Attributes manifest : manifests()) {
            String name = String.valueOf(manifest.getValue("Bundle-SymbolicName"));
            if (API.matcher(name).matches()) {
                offered.addAll(packages(manifest, "Export-Package", ";version="));
            } else if (name.startsWith("com.example.")) {
                examples.add(manifest);
            }
        }
        assertEquals(2, examples.size());
        for (Attributes example : examples) {
            List<String> used = packages(example, "Import-Package", "").stream()
                    .filter(one -> one.startsWith(OURS))
                    .toList();
            assertTrue(used.toString(), used.size() >= 5);
            assertEquals(
                    example.getValue("Bundle-SymbolicName"),
                    List.of(),
                    used.stream().filter(one -> !offered.contains(one)).toList());
            for (String header :
                    List.of("DynamicImport-Package", "Require-Bundle", "Fragment-Host", "Export-Package")) {
                assertEquals(header, null, example.getValue(header));
            }
        }
    }

    private static List<String> packages(Attributes manifest, String header, String with) {
        List<String> packages = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(String.valueOf(manifest.getValue(header)));
        while (clause.find()) {
            if (clause.group(2).contains(with)) {
                packages.add(clause.group(1));
            }
        }
        return packages;
    }

    private static List<Attributes> manifests() throws IOException {
        List<Attributes> manifests = new ArrayList<>();
        ClassLoader loader = ExamplesTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                manifests.add(new Manifest(in).getMainAttributes());
            }
        }
        return manifests;
    }
}
