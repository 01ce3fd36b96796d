package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/** File formats that people send in place of CSV, known by their first bytes. */
final class Magic {

    private record Format(List<Integer> bytes, String en, String zh) {}

    private static final List<Format> FORMATS = List.of(
            new Format(List.of((int) 'P', (int) 'K', 5, 6), "a zip archive", "zip 压缩包"),
            new Format(List.of(0xD0, 0xCF, 0x11, 0xE0), "an old Excel or Word document", "旧版 Excel 或 Word 文档"),
            new Format(List.of((int) '%', (int) 'P', (int) 'D', (int) 'F'), "a PDF document", "PDF 文档"),
            new Format(List.of(0x1F, 0x8B), "a gzip archive", "gzip 压缩包"),
            new Format(List.of(0x89, (int) 'P', (int) 'N', (int) 'G'), "a picture", "图片"),
            new Format(List.of(0xFF, 0xD8, 0xFF), "a picture", "图片"));

    private Magic() {}

    /** True for what may be an XLSX workbook. */
    static boolean isZip(TextScan scan) {
        return scan.startsWith('P', 'K', 3, 4);
    }

    static Optional<UnreadableFileException> refuse(TextScan scan) {
        return FORMATS.stream()
                .filter(format -> scan.startsWith(
                        format.bytes().stream().mapToInt(Integer::intValue).toArray()))
                .findFirst()
                .map(format -> Unreadable.binary(format.en(), format.zh()));
    }
}
