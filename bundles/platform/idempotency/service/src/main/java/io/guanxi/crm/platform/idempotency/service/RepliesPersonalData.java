package io.guanxi.crm.platform.idempotency.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Replies that tell of a person lose their body: sent again, the request is still known and not done twice. */
@Component
public class RepliesPersonalData implements PersonalDataSource {

    private static final Text LABEL = new Text("Kept replies", "保留的应答");
    private static final Text WHY =
            new Text("Status and address stay, so that no request is done twice.", "保留状态和地址，避免请求被重复执行。");

    private final Jdbc jdbc;

    @Activate
    public RepliesPersonalData(@Reference(target = "(osgi.jndi.service.name=crm/idempotency)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String name() {
        return "idempotency";
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
        // Replies tell what the records tell already; they are kept for a day.
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        return jdbc.with(connection -> {
            List<Key> named = new ArrayList<>();
            List<Key> told = new ArrayList<>();
            find(connection, traces, named, told);
            write(connection, "DELETE FROM CRM_IDEMPOTENCY_REPLY WHERE CALLER = ? AND REQUEST_KEY = ?", named);
            empty(connection, told);
            return Erased.builder()
                    .deleted("reply", LABEL, named.size())
                    .emptied("reply", LABEL, told.size(), WHY)
                    .build();
        });
    }

    private static void find(Connection connection, Traces traces, List<Key> named, List<Key> told)
            throws SQLException {
        Pattern address = address(traces);
        String dirty = SqlDialect.of(connection) == SqlDialect.DERBY ? " WITH UR" : "";
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT CALLER, REQUEST_KEY, LOCATION, BODY FROM CRM_IDEMPOTENCY_REPLY" + dirty)) {
            select.setFetchSize(200);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Key key = new Key(rows.getString("CALLER"), rows.getString("REQUEST_KEY"));
                    byte[] body = rows.getBytes("BODY");
                    boolean about = Rows.optionalText(rows, "LOCATION")
                            .filter(text -> address.matcher(text).find())
                            .isPresent();
                    if (traces.isIn(key.text)) {
                        named.add(key);
                    } else if (body.length > 0 && (about || traces.isIn(new String(body, StandardCharsets.UTF_8)))) {
                        told.add(key);
                    }
                }
            }
        }
    }

    /** Of a record about the person, as in {@code /persons/5}. */
    private static Pattern address(Traces traces) {
        String records = traces.about().entrySet().stream()
                .filter(type -> !type.getValue().isEmpty())
                .map(type -> Pattern.quote(type.getKey()) + "s/(?:"
                        + type.getValue().stream().map(String::valueOf).collect(Collectors.joining("|")) + ")")
                .collect(Collectors.joining("|"));
        return records.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile("/(?:" + records + ")(?:/|$)");
    }

    private static void empty(Connection connection, List<Key> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE CRM_IDEMPOTENCY_REPLY SET BODY = ?,"
                + " CONTENT_TYPE = NULL WHERE CALLER = ? AND REQUEST_KEY = ?")) {
            for (Key key : keys) {
                update.setBytes(1, new byte[0]);
                update.setString(2, key.caller);
                update.setString(3, key.text);
                update.executeUpdate();
            }
        }
    }

    private static void write(Connection connection, String sql, List<Key> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Key key : keys) {
                statement.setString(1, key.caller);
                statement.setString(2, key.text);
                statement.executeUpdate();
            }
        }
    }

    private record Key(String caller, String text) {}
}
