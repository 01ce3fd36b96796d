package io.guanxi.crm.segmentation.shell;

import io.guanxi.crm.segmentation.RfmResult;
import java.io.PrintStream;
import org.apache.karaf.shell.support.table.Row;
import org.apache.karaf.shell.support.table.ShellTable;

/** A grid as text: a row per recency score, the best first, a column per frequency score; any monetary score. */
final class RfmTable {

    private RfmTable() {}

    static void print(RfmResult result, PrintStream out) {
        out.printf(
                "%s: %d customers with orders in %s until %s%n",
                result.grid(), result.customers(), result.currency(), result.asOf());
        ShellTable table = new ShellTable();
        table.column("");
        for (int f = 1; f <= result.bins(); f++) {
            table.column("F" + f).alignRight();
        }
        for (int r = result.bins(); r >= 1; r--) {
            Row row = table.addRow();
            row.addContent("R" + r);
            for (int f = 1; f <= result.bins(); f++) {
                row.addContent(customers(result, r, f));
            }
        }
        table.print(out);
    }

    private static long customers(RfmResult result, int r, int f) {
        return result.cells().stream()
                .filter(cell -> cell.r() == r && cell.f() == f)
                .mapToLong(RfmResult.Cell::customers)
                .sum();
    }
}
