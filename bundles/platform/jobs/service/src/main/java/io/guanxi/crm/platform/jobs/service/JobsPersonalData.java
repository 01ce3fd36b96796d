package io.guanxi.crm.platform.jobs.service;

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
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Errors of jobs, which may quote a value. */
@Component
public class JobsPersonalData implements PersonalDataSource {

    private static final Text LABEL = new Text("Errors of jobs", "任务的错误信息");
    private static final Text WHY = new Text("Names and numbers of the person were taken out.", "已清除该个人的姓名和号码。");
    private static final TextColumns ERRORS = new TextColumns("CRM_JOBS_RUN", List.of("ID"), List.of("ERROR"));

    private final Jdbc jdbc;

    @Activate
    public JobsPersonalData(@Reference(target = "(osgi.jndi.service.name=crm/jobs)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String name() {
        return "jobs";
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
        // An error is nobody's data.
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        int errors = jdbc.with(connection -> ERRORS.rewriteAll(connection, traces::without));
        return Erased.builder().emptied("error", LABEL, errors, WHY).build();
    }
}
