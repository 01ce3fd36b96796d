package io.guanxi.crm.platform.imports;

import java.util.List;
import java.util.Map;

/**
 * What a file looks like before it is imported.
 *
 * @param separator between cells, one character; empty for a workbook
 * @param headers of the file, in order
 * @param mapping column code by header, as far as it could be guessed or was given
 * @param confidence 0 to 1 by header of the mapping; 1 where the header is a known name
 * @param unmatched headers without a column
 * @param missing required columns that no header stands for
 * @param rows the first rows, as many cells as there are headers
 * @param rejects what is wrong with the first rows; empty where columns are missing
 */
public record ImportPreview(
        String charset,
        String separator,
        List<String> headers,
        Map<String, String> mapping,
        Map<String, Double> confidence,
        List<String> unmatched,
        List<String> missing,
        List<List<String>> rows,
        List<Rejection> rejects) {}
