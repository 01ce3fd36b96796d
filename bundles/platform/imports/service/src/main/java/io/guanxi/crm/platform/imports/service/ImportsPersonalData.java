package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.TextColumns;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.NotYetException;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What imports and changes of many records keep of persons: rows that were left out, what records were before, names of files.
 * Files are deleted with the end of their import, which is waited for.
 */
@Component
public class ImportsPersonalData implements PersonalDataSource {

    private static final Text LABEL = new Text("Imports", "导入");
    private static final Text REJECTS = new Text("Rejected rows", "被拒绝的行");
    private static final Text ENTRIES = new Text("Records to undo", "可撤销的记录");
    private static final Text JOBS = new Text("Imports", "导入任务");
    private static final Text GONE =
            new Text("Line and reason stay; cells and message are gone.", "保留行号和原因，单元格和提示已清除。");
    private static final Text REDACTED = new Text("Names and numbers of the person were taken out.", "已清除该个人的姓名和号码。");
    private static final String BUSY = "SELECT COUNT(*) FROM CRM_IMPORTS_JOB WHERE STATE IN ('QUEUED', 'RUNNING')"
            + " OR UNDO_STATE IN ('QUEUED', 'RUNNING')";

    private static final TextColumns JOB_TEXTS = new TextColumns(
            "CRM_IMPORTS_JOB",
            List.of("ID"),
            List.of("FILE_NAME", "MAPPING", "HEADER", "BULK_PATCH", "ERROR_EN", "ERROR_ZH"));
    private static final TextColumns CONFLICTS =
            new TextColumns("CRM_IMPORTS_CONFLICT", List.of("JOB_ID", "N"), List.of("MESSAGE_EN", "MESSAGE_ZH"));

    private static final TextColumns REJECT_COLUMNS =
            new TextColumns("CRM_IMPORTS_REJECT", List.of("JOB_ID", "LINE", "N"), List.of("COLUMN_CODE"));

    private final Jdbc jdbc;

    @Activate
    public ImportsPersonalData(@Reference(target = "(osgi.jndi.service.name=crm/imports)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public Text label() {
        return LABEL;
    }

    @Override
    public Stage stage() {
        return Stage.COPIES;
    }

    @Override
    public void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer) {
        // What rows became is in the records; a row that was left out is nobody's record.
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        // A file that is being read can't lose a row.
        if (jdbc.first(BUSY, Jdbc.NONE, row -> row.getLong(1)).orElse(0L) > 0) {
            throw new NotYetException("An import is under way; it is waited for.", "导入正在进行，等待其结束。");
        }
        return jdbc.with(connection -> Erased.builder()
                .emptied("import-reject", REJECTS, rejects(connection, traces), GONE)
                .deleted("undo-entry", ENTRIES, undo(traces))
                .emptied("import", JOBS, JOB_TEXTS.rewriteAll(connection, traces::without), REDACTED)
                .emptied("conflict", JOBS, CONFLICTS.rewriteAll(connection, traces::without), REDACTED)
                .build());
    }

    // Of a row that tells of the person, all of what was wrong with it: a message may quote any cell.
    private int rejects(Connection connection, Traces traces) throws SQLException {
        Set<Row> rows = new LinkedHashSet<>();
        jdbc.stream(
                "SELECT JOB_ID, LINE, COLUMN_CODE, MESSAGE_EN, MESSAGE_ZH, CELLS FROM CRM_IMPORTS_REJECT",
                Jdbc.NONE,
                1000,
                row -> {
                    if (traces.isIn(row.getString("CELLS"))
                            || traces.isIn(row.getString("MESSAGE_EN"))
                            || traces.isIn(row.getString("MESSAGE_ZH"))
                            || traces.isIn(row.getString("COLUMN_CODE"))) {
                        rows.add(new Row(row.getLong("JOB_ID"), row.getLong("LINE")));
                    }
                });
        try (PreparedStatement update = connection.prepareStatement("UPDATE CRM_IMPORTS_REJECT SET CELLS = NULL,"
                + " MESSAGE_EN = 'Erased', MESSAGE_ZH = '已删除' WHERE JOB_ID = ? AND LINE = ?")) {
            for (Row row : rows) {
                update.setLong(1, row.job);
                update.setLong(2, row.n);
                update.executeUpdate();
            }
        }
        REJECT_COLUMNS.rewriteAll(connection, traces::without);
        return rows.size();
    }

    private int undo(Traces traces) {
        List<Chunk> changed = new ArrayList<>();
        int[] gone = {0};
        jdbc.stream(
                "SELECT J.RECORD_TYPE, U.JOB_ID, U.N, U.ENTRIES FROM CRM_IMPORTS_UNDO U"
                        + " JOIN CRM_IMPORTS_JOB J ON J.ID = U.JOB_ID",
                Jdbc.NONE,
                20,
                row -> {
                    String type = row.getString("RECORD_TYPE");
                    Set<Long> about = traces.aboutOf(type.endsWith("s") ? type.substring(0, type.length() - 1) : type);
                    List<UndoEntry> all = UndoRecorder.entries(row.getString("ENTRIES"));
                    List<UndoEntry> left = all.stream()
                            .filter(entry -> !about.contains(entry.record())
                                    && entry.before().filter(traces::isIn).isEmpty())
                            .toList();
                    if (left.size() < all.size()) {
                        gone[0] += all.size() - left.size();
                        changed.add(new Chunk(row.getLong("JOB_ID"), row.getLong("N"), left));
                    }
                });
        UndoTable table = new UndoTable(jdbc);
        changed.forEach(chunk -> table.keep(chunk.job, chunk.n, chunk.left));
        return gone[0];
    }

    private record Row(long job, long n) {}

    private record Chunk(long job, long n, List<UndoEntry> left) {}
}
