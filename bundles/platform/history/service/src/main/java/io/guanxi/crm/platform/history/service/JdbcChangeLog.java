package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The changes of all records, in two tables. */
@Component(service = {ChangeLog.class, ChangeHistory.class})
public class JdbcChangeLog implements ChangeLog, ChangeHistory {

    private final Access access;
    private final ChangeWriter writer;
    private final ChangeReader reader;

    @Activate
    public JdbcChangeLog(
            @Reference(target = "(osgi.jndi.service.name=crm/history)") DataSource dataSource,
            @Reference Access access) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.access = access;
        this.writer = new ChangeWriter(jdbc, new IdSequence("CRM_HISTORY_CHANGE_SEQ"));
        this.reader = new ChangeReader(jdbc);
    }

    @Override
    public void record(List<Change> changes) {
        if (!changes.isEmpty()) {
            writer.write(changes);
        }
    }

    @Override
    public List<ChangeEntry> list(HistoryQuery query) {
        access.require(Action.READ, query.recordType());
        FieldRights rights = access.fields(query.recordType());
        if (rights.everything()) {
            return reader.page(query);
        }
        List<String> asked = query.fields().stream().filter(rights::reads).toList();
        boolean onlyHidden = asked.isEmpty() && !query.fields().isEmpty();
        return onlyHidden
                ? List.of()
                : reader.page(query.with(asked)).stream()
                        .map(entry -> SeenChanges.of(entry, rights))
                        .toList();
    }
}
