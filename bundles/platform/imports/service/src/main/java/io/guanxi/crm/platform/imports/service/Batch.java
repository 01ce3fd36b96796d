package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes into one transaction: records for the target, rows that were rejected before it could see them. */
final class Batch {

    private static final int RECORDS = 1000;
    private static final int ROWS = 5000;

    private final List<List<ImportRow>> records = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<Long, List<String>> rejected = new HashMap<>();
    private int rows;
    private int read;
    private int seen;

    void read() {
        read++;
    }

    /** A record has been dealt with, whatever became of it. */
    void seen() {
        seen++;
    }

    void add(List<ImportRow> record) {
        records.add(record);
        rows += record.size();
    }

    /** A note on the header. */
    void note(Rejection rejection) {
        rejections.add(rejection);
    }

    void reject(ImportRow row, Rejection rejection) {
        rejections.add(rejection);
        rejected.put(row.line(), row.cells());
        rows++;
    }

    boolean isFull() {
        return records.size() >= RECORDS || rows >= ROWS;
    }

    List<List<ImportRow>> records() {
        return records;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    int rowsRead() {
        return read;
    }

    int recordsSeen() {
        return seen;
    }

    /** The cells of these rejected rows, by line. */
    Map<Long, List<String>> cells(List<Rejection> all) {
        if (all.size() > rejections.size()) {
            Map<Long, List<String>> cells = new HashMap<>();
            records.forEach(record -> record.forEach(row -> cells.put(row.line(), row.cells())));
            cells.putAll(rejected);
            return cells;
        }
        return rejected;
    }
}
