package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.TextColumns;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was told of persons: events keep their place, topic and keys. */
@Component
public class EventsPersonalData implements PersonalDataSource {

    private static final Text LABEL = new Text("Events", "事件");
    private static final Text EVENTS = new Text("Events in the feed", "事件流中的事件");
    private static final Text LETTERS = new Text("Dead letters", "死信");
    private static final Text ERRORS = new Text("Errors of subscribers", "订阅者的错误信息");
    private static final Text KEYS = new Text("Place, topic and keys stay.", "保留位置、主题和编号。");

    private static final TextColumns LETTER_ERRORS =
            new TextColumns("CRM_EVENTS_DEAD_LETTER", List.of("SUBSCRIBER", "FEED_NO"), List.of("ERROR"));
    private static final TextColumns LAST_ERRORS =
            new TextColumns("CRM_EVENTS_POSITION", List.of("NAME"), List.of("LAST_ERROR"));

    private final Jdbc jdbc;

    @Activate
    public EventsPersonalData(@Reference(target = "(osgi.jndi.service.name=crm/events)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String name() {
        return "events";
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
        // Events tell what the records tell already, or the history does.
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        return jdbc.with(connection -> {
            int events = emptied(connection, "CRM_EVENTS_OUTBOX", "ID", traces);
            int letters = emptied(connection, "CRM_EVENTS_DEAD_LETTER", "FEED_NO", traces);
            int errors = LETTER_ERRORS.rewriteAll(connection, traces::without)
                    + LAST_ERRORS.rewriteAll(connection, traces::without);
            return Erased.builder()
                    .emptied("event", EVENTS, events, KEYS)
                    .emptied("dead-letter", LETTERS, letters, KEYS)
                    .emptied("error", ERRORS, errors, KEYS)
                    .build();
        });
    }

    // Of records that are gone events are written no more, so what others write now is nothing to wait for.
    private static int emptied(Connection connection, String table, String key, Traces traces) throws SQLException {
        String dirty = SqlDialect.of(connection) == SqlDialect.DERBY ? " WITH UR" : "";
        Map<Long, String> changed = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + key + ", RECORD_TYPE, RECORD_ID, DATA FROM " + table + dirty)) {
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String data = rows.getString("DATA");
                    boolean about =
                            traces.aboutOf(rows.getString("RECORD_TYPE")).contains(rows.getLong("RECORD_ID"));
                    String left = about || traces.isIn(data) ? without(data, about, traces) : data;
                    if (!left.equals(data)) {
                        changed.put(rows.getLong(1), left);
                    }
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table + " SET DATA = ? WHERE " + key + " = ?")) {
            for (Map.Entry<Long, String> one : changed.entrySet()) {
                update.setString(1, one.getValue());
                update.setLong(2, one.getKey());
                update.executeUpdate();
            }
        }
        return changed.size();
    }

    // Numbers and ids are what subscribers go by; texts of a person's own record may all be theirs.
    private static String without(String data, boolean about, Traces traces) {
        Map<String, Object> kept = new LinkedHashMap<>();
        EventData.read(data).forEach((name, value) -> {
            boolean key = value instanceof Number || value instanceof Boolean || name.endsWith("Id");
            if (about ? key : !traces.isIn(EventData.write(Map.of(name, value)))) {
                kept.put(name, value);
            }
        });
        return EventData.write(kept);
    }
}
