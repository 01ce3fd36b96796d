package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which column a header may stand for: the one whose code, label or synonym is nearest by Levenshtein distance. */
final class MappingGuess {

    /** Share of the characters that has to agree. */
    private static final double LEAST = 0.6;

    private static final double SYNONYM = 0.95;

    private record Pair(String header, ImportColumn column, double confidence) {}

    private MappingGuess() {}

    /** Confidence by header and column; every column and every header once, the surest first. */
    static Map<String, Map.Entry<String, Double>> of(List<String> headers, ColumnNames known) {
        List<Pair> pairs = new ArrayList<>();
        for (String header : headers) {
            if (header.isBlank() || known.isLeftOut(header)) {
                continue;
            }
            if (known.column(header).isPresent()) {
                pairs.add(new Pair(header, known.column(header).get(), 1));
            } else {
                known.columns().forEach(column -> pairs.add(new Pair(header, column, likeness(header, column))));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::confidence).reversed());
        Map<String, Map.Entry<String, Double>> guess = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            boolean free = !guess.containsKey(pair.header())
                    && !taken.contains(pair.column().code());
            if (pair.confidence() >= LEAST && free) {
                taken.add(pair.column().code());
                guess.put(pair.header(), Map.entry(pair.column().code(), Math.round(pair.confidence() * 100) / 100.0));
            }
        }
        return guess;
    }

    private static double likeness(String header, ImportColumn column) {
        String name = ImportColumn.folded(header);
        boolean synonym = column.synonyms().stream().map(ImportColumn::folded).anyMatch(name::equals);
        if (synonym) {
            return SYNONYM;
        }
        double best = Stream.concat(
                        Stream.of(
                                column.code(),
                                column.label().en(),
                                column.label().zh()),
                        column.synonyms().stream())
                .map(ImportColumn::folded)
                .mapToDouble(other -> likeness(name, other))
                .max()
                .orElse(0);
        return Math.min(best, SYNONYM - 0.05);
    }

    /** 1 for equal texts, 0 for texts with nothing in common; one inside the other counts as its share, and half of the rest. */
    private static double likeness(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (longer == 0) {
            return 0;
        }
        double near = 1 - (double) distance(a, b) / longer;
        int shorter = Math.min(a.length(), b.length());
        boolean within = shorter >= 2 && (a.contains(b) || b.contains(a));
        double share = (double) shorter / longer;
        return within ? Math.max(near, share + (1 - share) / 2) : near;
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
