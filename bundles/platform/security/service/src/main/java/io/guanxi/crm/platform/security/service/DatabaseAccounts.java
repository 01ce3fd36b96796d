package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Accounts;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in the database; administrators only. */
@Component
public class DatabaseAccounts implements Accounts {

    private static final String RECORD_TYPE = "user";
    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final Set<String> ROLES = Set.of(Caller.ADMINISTRATOR, Caller.STAFF, Caller.VIEWER);

    private final UserTable users;
    private final Sessions sessions;
    private final Access access;

    @Activate
    public DatabaseAccounts(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Sessions sessions,
            @Reference Access access) {
        this.users = new UserTable(new Jdbc(dataSource));
        this.sessions = sessions;
        this.access = access;
    }

    @Override
    public Account create(String name, String password, Set<String> roles) {
        access.require(Action.CONFIGURE, RECORD_TYPE);
        String clean = Normalizer.normalize(name, Normalizer.Form.NFKC);
        requireValid(clean, password, roles);
        if (users.find(User.key(clean)).isPresent()) {
            throw taken();
        }
        try {
            users.insert(clean, PasswordHash.of(password), roles, Instant.now());
        } catch (SqlFailedException e) {
            // Two at once: the index decides.
            throw e.isConstraintViolation() ? taken() : e;
        }
        return new Account(clean, Set.copyOf(roles));
    }

    @Override
    public void changePassword(String name, String password) {
        access.require(Action.CONFIGURE, RECORD_TYPE);
        refuse(passwordErrors(password));
        User user = users.find(User.key(name))
                .orElseThrow(() -> new NotFoundException("unknown-user", "There is no such user.", "没有该用户。"));
        users.changePassword(user.id(), PasswordHash.of(password));
        sessions.closeAll(user.id());
    }

    @Override
    public List<Account> list() {
        access.require(Action.READ, RECORD_TYPE);
        return users.list().stream()
                .map(user -> new Account(user.name(), user.roles()))
                .toList();
    }

    private static void requireValid(String name, String password, Set<String> roles) {
        List<FieldError> errors = new ArrayList<>(passwordErrors(password));
        if (!User.isPossible(name) || name.length() > LONGEST_NAME) {
            errors.add(FieldError.of(
                    "name",
                    "invalid-name",
                    "A name has 1 to 60 letters, digits, dots, dashes, @ or underscores.",
                    "用户名由 1 至 60 个字母、数字、点、短横线、@ 或下划线组成。"));
        }
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            errors.add(FieldError.of(
                    "roles",
                    "unknown-role",
                    "Give administrator, staff or viewer.",
                    "请填写 administrator、staff 或 viewer。"));
        }
        refuse(errors);
    }

    private static List<FieldError> passwordErrors(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST_PASSWORD && password.length() <= LONGEST_PASSWORD
                ? List.of()
                : List.of(FieldError.of(
                        "password", "bad-length", "A password has 10 to 200 characters.", "密码长度为 10 至 200 个字符。"));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidValueException(errors);
        }
    }

    private static ConflictException taken() {
        return new ConflictException(FieldError.of("name", "name-taken", "This name is taken.", "该用户名已被占用。"));
    }
}
