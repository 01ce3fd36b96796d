package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** What docs/extend.md shows of the example bundles is what they are made of. */
public class ExtendGuideTest {

    private static final Path ROOT =
            Path.of(System.getProperty("crm.root", "..")).toAbsolutePath().normalize();
    private static final Path EXAMPLES = ROOT.resolve("itests/examples");
    private static final Pattern EXCERPT =
            Pattern.compile("^```[a-z]+ (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private record Excerpt(String file, List<String> lines) {}

    @Test
    public void everyExcerptIsInItsFile() throws Exception {
        List<Excerpt> excerpts = excerpts();
        for (Excerpt excerpt : excerpts) {
            assertEquals(excerpt.file(), "", missing(excerpt));
        }
        assertTrue(excerpts.size() + " excerpts", excerpts.size() >= 15);
    }

    @Test
    public void everyFileOfTheWalkIsNamed() throws Exception {
        String guide = guide();
        List<String> unnamed;
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve("oa/src/main"))) {
            unnamed = files.filter(Files::isRegularFile)
                    .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.endsWith("package-info.java") && !guide.contains(file))
                    .toList();
        }
        assertEquals(List.of(), unnamed);
    }

    @Test
    public void theExcerptsAreReallyCompared() throws Exception {
        Excerpt real = excerpts().get(0);
        List<String> lines = new ArrayList<>(real.lines());
        lines.add("No-Such-Header: x");
        assertEquals("No-Such-Header: x", missing(new Excerpt(real.file(), lines)));
    }

    private static List<Excerpt> excerpts() throws IOException {
        List<Excerpt> excerpts = new ArrayList<>();
        Matcher matcher = EXCERPT.matcher(guide());
        while (matcher.find()) {
            excerpts.add(new Excerpt(
                    matcher.group(1),
                    matcher.group(2).lines().map(String::strip).toList()));
        }
        return excerpts;
    }

    /** The first line that does not stand where it should: right behind the one before, or anywhere behind a {@code …}. */
    private static String missing(Excerpt excerpt) throws IOException {
        List<String> file = Files.readAllLines(EXAMPLES.resolve(excerpt.file())).stream()
                .map(String::strip)
                .toList();
        int from = 0;
        List<String> piece = new ArrayList<>();
        for (String line : excerpt.lines()) {
            if (line.equals("…")) {
                from += Collections.indexOfSubList(file.subList(from, file.size()), piece) + piece.size();
                piece.clear();
            } else {
                piece.add(line);
                if (Collections.indexOfSubList(file.subList(from, file.size()), piece) < 0) {
                    return line;
                }
            }
        }
        return "";
    }

    private static String guide() throws IOException {
        return Files.readString(ROOT.resolve("docs/extend.md"));
    }
}
