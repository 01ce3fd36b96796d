package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.ApiKey;
import io.guanxi.crm.platform.security.ApiKeyData;
import io.guanxi.crm.platform.security.ApiKeys;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.IssuedKey;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** API keys in the database. */
@Component
public class JdbcApiKeys implements ApiKeys {

    private static final String PREFIX = "crm_";
    private static final int MOST = 50;

    private final KeyTable table;
    private final LoginTable logins;
    private final RoleTable roles;
    private final DepartmentTable departments;
    private final Administration administration;
    private final Access access;
    private final Clock clock;

    @Activate
    public JdbcApiKeys(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference Access access) {
        this(new Jdbc(dataSource), administration, access, Clock.systemUTC());
    }

    JdbcApiKeys(Jdbc jdbc, Administration administration, Access access, Clock clock) {
        this.table = new KeyTable(jdbc);
        this.logins = new LoginTable(jdbc);
        this.roles = new RoleTable(jdbc);
        this.departments = new DepartmentTable(jdbc);
        this.administration = administration;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public IssuedKey issue(ApiKeyData data) {
        return administration.change(OwnTypes.API_KEY, () -> {
            Login owner = OwnLogin.require(logins);
            ApiKeyData clean = clean(data, owner);
            if (table.of(owner.id()).size() >= MOST) {
                throw new ConflictException(
                        "too-many-keys", "You have 50 keys; revoke some first.", "您已有 50 个密钥，请先撤销一些。");
            }
            String token = PREFIX + RandomText.token();
            long id = inserted(owner, clean, Tokens.hash(token));
            administration.told(OwnTypes.API_KEY, id, Optional.empty(), Optional.of(clean));
            return new IssuedKey(find(id).orElseThrow(), token);
        });
    }

    private long inserted(Login owner, ApiKeyData data, String hash) {
        try {
            return table.insert(owner.id(), data, hash, clock.instant());
        } catch (SqlFailedException e) {
            if (UniqueViolation.of(e, KeyTable.NAME_TAKEN)) {
                throw new ConflictException(
                        FieldError.of("name", "name-taken", "You have a key of this name already.", "您已有同名的密钥。"));
            }
            throw e;
        }
    }

    private ApiKeyData clean(ApiKeyData data, Login owner) {
        FieldErrors errors = new FieldErrors();
        Set<String> given = owner.toCaller().isAdministrator()
                ? roles.all().stream().map(role -> role.data().code()).collect(Collectors.toSet())
                : owner.roles();
        KeyRules.check(data, given, errors);
        if (!mayWorkIn(data.department(), owner)) {
            errors.add("departmentId", "unknown-department", "You have no such department.", "您没有该部门。");
        }
        KeyRules.checkEnd(data, clock.instant(), errors);
        errors.throwIfAny();
        String name = Normalizer.normalize(data.name(), Normalizer.Form.NFKC);
        return new ApiKeyData(name, data.roles(), data.department(), data.expiresAt());
    }

    /** An administrator's key anywhere, another's in the owner's department or below it. */
    private boolean mayWorkIn(Optional<Long> department, Login owner) {
        if (department.isEmpty()) {
            return true;
        }
        if (owner.toCaller().isAdministrator()) {
            return departments.find(department.get()).isPresent();
        }
        return owner.department()
                .map(own -> departments.subtree(own).contains(department.get()))
                .orElse(false);
    }

    @Override
    public List<ApiKey> list() {
        access.require(Action.CONFIGURE, OwnTypes.API_KEY);
        List<KeyTable.Row> rows = Callers.require().isAdministrator()
                ? table.all()
                : table.of(OwnLogin.require(logins).id());
        return rows.stream().map(KeyTable.Row::key).toList();
    }

    @Override
    public Optional<ApiKey> find(long id) {
        access.require(Action.CONFIGURE, OwnTypes.API_KEY);
        Optional<KeyTable.Row> found = table.find(id);
        return (Callers.require().isAdministrator()
                        ? found
                        : found.filter(
                                row -> row.owner() == OwnLogin.require(logins).id()))
                .map(KeyTable.Row::key);
    }

    @Override
    public void revoke(long id) {
        administration.change(OwnTypes.API_KEY, () -> {
            ApiKey key = find(id).orElseThrow(
                            () -> new NotFoundException("unknown-api-key", "There is no such key.", "没有该密钥。"));
            table.delete(id);
            administration.told(OwnTypes.API_KEY, id, Optional.of(key.data()), Optional.empty());
            return id;
        });
    }
}
