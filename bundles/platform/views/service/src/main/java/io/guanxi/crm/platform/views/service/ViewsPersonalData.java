package io.guanxi.crm.platform.views.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.TextColumns;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Views that look for a person by name or number: what identifies the person goes out of filter and name. */
@Component
public class ViewsPersonalData implements PersonalDataSource {

    private static final Text LABEL = new Text("Views of lists", "列表视图");
    private static final Text WHY = new Text("Names and numbers of the person were taken out.", "已清除该个人的姓名和号码。");
    private static final TextColumns CONTENT =
            new TextColumns("CRM_VIEWS_VIEW", List.of("ID"), List.of("CONTENT"), "VERSION = VERSION + 1");

    private final Jdbc jdbc;

    @Activate
    public ViewsPersonalData(@Reference(target = "(osgi.jndi.service.name=crm/views)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String name() {
        return "views";
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
        // What colleagues look for is theirs.
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        int views = jdbc.with(connection -> CONTENT.rewriteAll(connection, traces::without));
        return Erased.builder()
                .emptied("view", LABEL, views + renamed(traces::isIn), WHY)
                .build();
    }

    // A name is unique, so it becomes the view's number.
    private int renamed(Predicate<String> tells) {
        List<Long> found = jdbc
                .list(
                        "SELECT ID, NAME FROM CRM_VIEWS_VIEW",
                        Jdbc.NONE,
                        row -> tells.test(row.getString("NAME")) ? row.getLong("ID") : -1L)
                .stream()
                .filter(id -> id >= 0)
                .toList();
        for (long id : found) {
            jdbc.update("UPDATE CRM_VIEWS_VIEW SET NAME = ?, VERSION = VERSION + 1 WHERE ID = ?", statement -> {
                statement.setString(1, Traces.BLANK + " " + id);
                statement.setLong(2, id);
            });
        }
        return found.size();
    }
}
