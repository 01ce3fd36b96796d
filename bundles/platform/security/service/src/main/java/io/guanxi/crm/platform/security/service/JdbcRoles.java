package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.Roles;
import io.guanxi.crm.platform.security.UnknownRoleException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles in the database. */
@Component
public class JdbcRoles implements Roles {

    private final RoleTable table;
    private final Administration administration;
    private final RoleMemory memory;
    private final KnownTypes types;

    @Activate
    public JdbcRoles(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference RoleMemory memory,
            @Reference KnownTypes types) {
        this.table = new RoleTable(new Jdbc(dataSource));
        this.administration = administration;
        this.memory = memory;
        this.types = types;
    }

    @Override
    public List<Role> list() {
        administration.requireRead(OwnTypes.ROLE);
        return table.all();
    }

    @Override
    public Optional<Role> find(long id) {
        return list().stream().filter(role -> role.id() == id).findFirst();
    }

    @Override
    public List<GuardedType> types() {
        return types.with(list());
    }

    @Override
    public Role create(RoleData data) {
        return changed(() -> {
            RoleData clean = allowed(data);
            try {
                long id = table.insert(clean);
                administration.told(OwnTypes.ROLE, id, Optional.empty(), Optional.of(clean));
                return id;
            } catch (SqlFailedException e) {
                if (UniqueViolation.of(e, RoleTable.CODE_TAKEN)) {
                    throw new ConflictException(
                            FieldError.of("code", "code-taken", "Another role has this code.", "该代码已被其他角色使用。"));
                }
                throw e;
            }
        });
    }

    @Override
    public Role change(long id, long version, UnaryOperator<RoleData> change) {
        return changed(() -> {
            Role before = changeable(id);
            if (before.version() != version) {
                throw new StaleVersionException();
            }
            RoleData wanted = change.apply(before.data());
            if (!wanted.code().equals(before.data().code())) {
                throw new InvalidValueException("code", "read-only", "The code of a role stays.", "角色代码不可修改。");
            }
            RoleData clean = allowed(wanted);
            if (!clean.equals(before.data())) {
                table.update(before, clean);
                administration.told(OwnTypes.ROLE, id, Optional.of(before.data()), Optional.of(clean));
            }
            return id;
        });
    }

    @Override
    public Role reset(long id) {
        return changed(() -> {
            Role role = changeable(id);
            if (!role.shipped()) {
                throw new ConflictException(
                        "own-role", "This role was made here; there is nothing to reset it to.", "该角色为自建角色，无法恢复默认。");
            }
            requireCovered(ShippedRights.of(role.data().code()));
            table.reset(id);
            administration.told(
                    OwnTypes.ROLE,
                    id,
                    Optional.of(role.data()),
                    Optional.of(stored(id).data()));
            return id;
        });
    }

    @Override
    public void delete(long id) {
        administration.change(OwnTypes.ROLE, () -> {
            Role role = changeable(id);
            if (role.shipped()) {
                throw new ConflictException(
                        "shipped-role", "A role that came with the product can't be deleted.", "系统自带的角色不能删除。");
            }
            if (table.isInUse(id)) {
                throw new ConflictException(
                        "role-in-use",
                        "Users or API keys have this role. Take it from them first.",
                        "仍有用户或 API 密钥拥有该角色，请先取消。");
            }
            table.delete(id);
            administration.told(OwnTypes.ROLE, id, Optional.of(role.data()), Optional.empty());
            return id;
        });
    }

    private Role changed(Supplier<Long> work) {
        return administration.change(OwnTypes.ROLE, () -> stored(work.get()));
    }

    private Role stored(long id) {
        return table.all().stream().filter(role -> role.id() == id).findFirst().orElseThrow(UnknownRoleException::new);
    }

    private Role changeable(long id) {
        Role role = stored(id);
        if (role.isFixed()) {
            throw new ConflictException(
                    "fixed-role", "Administrators may do everything; this can't be changed.", "管理员拥有全部权限，不可修改。");
        }
        requireCovered(role.data());
        return role;
    }

    private RoleData allowed(RoleData data) {
        RoleData clean = RoleRules.clean(data, types.with(table.all()));
        requireCovered(clean);
        return clean;
    }

    private void requireCovered(RoleData role) {
        if (!memory.covers(Callers.require(), role)) {
            throw new ForbiddenException();
        }
    }
}
