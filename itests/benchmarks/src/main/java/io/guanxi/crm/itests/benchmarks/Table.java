package io.guanxi.crm.itests.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Figures as a Markdown table. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row((Object[]) heads);
        row(Collections.nCopies(heads.length, "-").toArray());
    }

    void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(cell).append('|');
        }
        lines.add(line.toString());
    }

    void print(String title) {
        System.out.println();
        System.out.println("## " + title);
        System.out.println();
        lines.forEach(System.out::println);
        System.out.println();
    }

    /** A figure with thousands separators. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
