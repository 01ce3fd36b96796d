package io.guanxi.crm.platform.imports.service;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/** How rows are kept that were left out. */
final class Rejects {

    /** How columns begin that tell why a row was left out; imports pass them over. */
    static final String PREFIX = "reject:";

    private Rejects() {}

    static String text(List<String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder().bufferSize(0).build(text).writeRecord(cells);
        return text.toString();
    }

    static List<String> cells(String text) {
        return CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text).stream()
                .findFirst()
                .map(record -> record.getFields())
                .orElse(List.of());
    }
}
