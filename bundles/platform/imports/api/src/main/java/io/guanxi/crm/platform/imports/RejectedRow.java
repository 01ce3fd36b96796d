package io.guanxi.crm.platform.imports;

import java.util.List;

/**
 * A row that was left out, as it stands in the file, and everything that is wrong with it.
 *
 * @param cells in the order of the file's header; none where the row is a note on the header
 */
public record RejectedRow(long line, List<String> cells, List<Rejection> reasons) {}
