package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.ArrayList;
import java.util.List;

/** What goes into one transaction: records for the target, rows that were rejected before it could see them. */
final class Batch {

    private static final int RECORDS = 1000;
    private static final int ROWS = 5000;

    private final List<List<ImportRow>> records = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int rows;
    private int read;

    void read() {
        read++;
    }

    void add(List<ImportRow> record) {
        records.add(record);
        rows += record.size();
    }

    void reject(Rejection rejection) {
        rejections.add(rejection);
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
}
