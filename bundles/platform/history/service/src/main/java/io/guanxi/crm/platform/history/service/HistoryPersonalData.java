package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the history of changes tells of persons. That somebody changed something, and when, stays; the values go. */
@Component
public class HistoryPersonalData implements PersonalDataSource {

    private static final int PAGE = 200;
    private static final Text LABEL = new Text("History and audit", "变更历史与审计");
    private static final Text CHANGES = new Text("Changes", "变更");
    private static final Text ACTS = new Text("Acts", "操作记录");
    private static final Text STAYS = new Text(
            "That, when and by whom something was done stays, and is sealed again; the values are gone.",
            "保留操作的时间和操作人并重新封存，内容已删除。");

    private final Jdbc jdbc;
    private final AuditTrail trail;
    private final ChangeReader reader;

    @Activate
    public HistoryPersonalData(
            @Reference(target = "(osgi.jndi.service.name=crm/history)") DataSource dataSource,
            @Reference AuditTrail trail) {
        this.jdbc = new Jdbc(dataSource);
        this.trail = trail;
        this.reader = new ChangeReader(jdbc);
    }

    @Override
    public String name() {
        return "history";
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
        Optional<HistoryQuery.Position> after = Optional.empty();
        List<ChangeEntry> page;
        do {
            page = reader.page(new HistoryQuery(subject.type(), subject.id(), List.of(), after, PAGE));
            for (ChangeEntry entry : page) {
                entry.change().fields().forEach(field -> consumer.accept(value(entry.change(), field)));
                after = Optional.of(new HistoryQuery.Position(entry.change().at(), entry.id()));
            }
        } while (page.size() == PAGE);
    }

    private static PersonalValue value(Change change, FieldChange field) {
        String value = change.at() + ": " + field.before().orElse("") + " → "
                + field.after().orElse("");
        return new PersonalValue(
                CHANGES,
                change.recordType(),
                Long.toString(change.recordId()),
                field.field(),
                new Text(field.field(), field.field()),
                value);
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        HistoryEraser.Emptied emptied = new HistoryEraser(jdbc).erase(traces);
        if (!emptied.entries().isEmpty()) {
            trail.record(Act.of(ActKind.ERASED)
                    .on(subject.type(), subject.id())
                    .telling(Permits.ENTRIES, emptied.entries()));
        }
        return Erased.builder()
                .emptied("change", CHANGES, emptied.changes().size(), STAYS)
                .emptied("act", ACTS, emptied.acts().size(), STAYS)
                .build();
    }
}
