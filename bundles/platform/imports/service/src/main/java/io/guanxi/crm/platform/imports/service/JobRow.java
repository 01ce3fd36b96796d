package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.Text;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads jobs out of their table. */
final class JobRow {

    static final String COLUMNS =
            "ID, RECORD_TYPE, FILE_NAME, IMPORT_MODE, ROW_POLICY, DRY_RUN, CHARSET, STATE, ROWS_READ, RECORDS_CREATED,"
                    + " RECORDS_UPDATED, RECORDS_UNCHANGED, ROWS_REJECTED, PROGRESS, CREATED_AT, CREATED_BY, FINISHED_AT,"
                    + " ERROR_CODE, ERROR_EN, ERROR_ZH, MAPPING, UNDO_STATE, UNDO_RECORDS, UNDO_REVERTED, UNDO_CONFLICTS,"
                    + " BULK_ACTION, BULK_PATCH, BULK_PARENT, BULK_TOTAL";

    private JobRow() {}

    /** @param undoableSince jobs that ended before can't be undone any more */
    static ImportJob job(ResultSet row, Instant undoableSince) throws SQLException {
        Optional<String> errorCode = Rows.optionalText(row, "ERROR_CODE");
        Optional<Text> error = errorCode.isPresent()
                ? Optional.of(new Text(row.getString("ERROR_EN"), row.getString("ERROR_ZH")))
                : Optional.empty();
        ImportJob.State state = ImportJob.State.valueOf(row.getString("STATE"));
        Optional<Instant> finishedAt = Rows.optionalInstant(row, "FINISHED_AT");
        Optional<UndoJob> undo = undo(row);
        boolean undoable = state.isOver()
                && row.getLong("UNDO_RECORDS") > 0
                && undo.map(u -> u.state() == ImportJob.State.FAILED).orElse(true)
                && finishedAt.filter(at -> at.isAfter(undoableSince)).isPresent();
        return new ImportJob(
                row.getLong("ID"),
                request(row),
                state,
                row.getLong("ROWS_READ"),
                row.getLong("RECORDS_CREATED"),
                row.getLong("RECORDS_UPDATED"),
                row.getLong("RECORDS_UNCHANGED"),
                row.getLong("ROWS_REJECTED"),
                row.getDouble("PROGRESS"),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                finishedAt,
                errorCode,
                error,
                undo,
                undoable);
    }

    static ImportRequest request(ResultSet row) throws SQLException {
        return new ImportRequest(
                row.getString("RECORD_TYPE"),
                row.getString("FILE_NAME"),
                ImportMode.valueOf(row.getString("IMPORT_MODE")),
                RowPolicy.valueOf(row.getString("ROW_POLICY")),
                row.getInt("DRY_RUN") == 1,
                Optional.of(Charset.forName(row.getString("CHARSET"))),
                mapping(Rows.optionalText(row, "MAPPING")));
    }

    private static Map<String, String> mapping(Optional<String> text) {
        Map<String, String> mapping = new HashMap<>();
        List<String> cells = text.map(Rejects::cells).orElse(List.of());
        for (int i = 0; i + 1 < cells.size(); i += 2) {
            mapping.put(cells.get(i), cells.get(i + 1));
        }
        return mapping;
    }

    private static Optional<UndoJob> undo(ResultSet row) throws SQLException {
        Optional<String> state = Rows.optionalText(row, "UNDO_STATE");
        return state.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndoJob(
                        ImportJob.State.valueOf(state.get()),
                        row.getLong("UNDO_RECORDS"),
                        row.getLong("UNDO_REVERTED"),
                        row.getLong("UNDO_CONFLICTS")));
    }
}
