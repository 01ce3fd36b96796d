package io.guanxi.crm.itests;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The addresses of the API that a document names, with {@code {}} for each of their parameters. */
final class NamedPaths {

    private static final Pattern ADDRESS = Pattern.compile("(?:/crm/api|\\$(?:BASE|CRM))/([a-z]+/v1/[\\w/${}.<>-]+)");
    /** A row of the table of resources: the module, and its paths. */
    private static final Pattern ROW = Pattern.compile("\\|([a-z]+)\\|((?:`/[^`]+`[, ]*)+)\\|");

    private static final Pattern PATH = Pattern.compile("`(/[^`?]+)[^`]*`");
    private static final Pattern PARAMETER = Pattern.compile("/(\\$[A-Z]+|[0-9]+|\\{[^/]*})(?=/|$)");

    private NamedPaths() {}

    static Set<String> in(List<String> document) {
        Set<String> paths = new LinkedHashSet<>();
        for (String line : document) {
            Matcher address = ADDRESS.matcher(line);
            while (address.find()) {
                paths.add(normal("/crm/api/" + address.group(1)));
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher path = PATH.matcher(row.group(2));
                while (path.find()) {
                    paths.add(normal("/crm/api/" + row.group(1) + "/v1" + path.group(1)));
                }
            }
        }
        return paths;
    }

    /** True where both are one address for some values of their parameters. */
    static boolean isSame(String one, String other) {
        String[] segments = one.split("/", -1);
        String[] others = other.split("/", -1);
        return segments.length == others.length
                && IntStream.range(0, segments.length)
                        .allMatch(i ->
                                segments[i].equals(others[i]) || segments[i].equals("{}") || others[i].equals("{}"));
    }

    /** With parameters of whatever name or value written alike, and without what ends a sentence. */
    static String normal(String path) {
        return PARAMETER.matcher(path).replaceAll("/{}").replaceAll("[./]+$", "");
    }
}
