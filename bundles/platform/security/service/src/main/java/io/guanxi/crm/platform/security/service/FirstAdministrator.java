package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.io.PrintStream;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an administrator where there are no users at all; its password is shown once, on the console, and nowhere else. */
@Component(
        service = {},
        immediate = true)
public class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME = "admin";

    @Activate
    public FirstAdministrator(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Users users) {
        makeWhereNeeded(new LoginTable(new Jdbc(dataSource)), users, System.out);
    }

    static void makeWhereNeeded(LoginTable logins, Users users, PrintStream console) {
        if (!logins.isEmpty()) {
            return;
        }
        String password = RandomText.password();
        try {
            Callers.callAs(
                    Caller.system("first-start"),
                    () -> users.create(UserData.of(NAME, Set.of(Caller.ADMINISTRATOR)), password));
        } catch (ConflictException e) {
            LOG.info("another node made the first administrator");
            return;
        }
        console.println("user: " + NAME + "  password: " + password);
        console.flush();
        LOG.info("the administrator {} was made; its password was printed on the console, once", NAME);
    }
}
