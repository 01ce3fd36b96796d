package io.guanxi.crm.platform.views.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.views.ListView;
import io.guanxi.crm.platform.views.ListViews;
import io.guanxi.crm.platform.views.UnknownViewException;
import io.guanxi.crm.platform.views.ViewData;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Views in the database. Whoever may read may keep views of their own; to share one takes more. */
@Component
public class JdbcListViews implements ListViews {

    private static final String TYPE = "view";
    private static final int MOST = 100;

    private final ViewTable table;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    @Activate
    public JdbcListViews(
            @Reference(target = "(osgi.jndi.service.name=crm/views)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this(dataSource, transactions, access, Clock.systemUTC());
    }

    JdbcListViews(DataSource dataSource, Transactions transactions, Access access, Clock clock) {
        this.table = new ViewTable(new Jdbc(dataSource));
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<ListView> of(String list) {
        access.require(Action.READ, TYPE);
        return table.of(caller(), list);
    }

    @Override
    public Optional<ListView> find(long id) {
        access.require(Action.READ, TYPE);
        return table.find(caller(), id);
    }

    @Override
    public ListView create(ViewData data, boolean standard) {
        ViewData clean = allowed(data);
        return transactions.call(() -> {
            if (table.count(caller(), clean.list()) >= MOST) {
                throw new ConflictException(
                        "too-many-views",
                        "You have 100 views of this list; delete some first.",
                        "此列表已有 100 个视图，请先删除一些。");
            }
            long id = named(() -> table.insert(caller(), clean, clock.instant()));
            if (standard) {
                table.standard(caller(), clean.list(), Optional.of(id));
            }
            return found(id);
        });
    }

    @Override
    public ListView change(long id, long version, UnaryOperator<ViewData> change) {
        return transactions.call(() -> {
            ListView before = changeable(id);
            ViewData clean = allowed(change.apply(before.data()));
            if (!clean.list().equals(before.data().list())) {
                throw new InvalidValueException("list", "read-only", "A view stays with its list.", "视图不能移到其他列表。");
            }
            if (before.version() != version || !named(() -> table.update(id, version, clean, clock.instant()))) {
                throw new StaleVersionException();
            }
            if (!clean.shared()) {
                table.hide(id, before.owner());
            }
            // of a view that an administrator has made somebody's own again, only its owner sees the rest
            return table.find(caller(), id)
                    .or(() -> table.find(before.owner(), id))
                    .orElseThrow(UnknownViewException::new);
        });
    }

    @Override
    public ListView standard(long id, boolean standard) {
        access.require(Action.READ, TYPE);
        return transactions.call(() -> {
            ListView view = found(id);
            if (view.standard() != standard) {
                table.standard(caller(), view.data().list(), standard ? Optional.of(id) : Optional.empty());
            }
            return found(id);
        });
    }

    @Override
    public void delete(long id) {
        transactions.run(() -> {
            changeable(id);
            table.delete(id);
        });
    }

    private ListView changeable(long id) {
        access.require(Action.READ, TYPE);
        ListView view = found(id);
        if (!view.owner().equals(caller()) && !Callers.require().isAdministrator()) {
            throw new ForbiddenException();
        }
        return view;
    }

    private ListView found(long id) {
        return table.find(caller(), id).orElseThrow(UnknownViewException::new);
    }

    private ViewData allowed(ViewData data) {
        access.require(data.shared() ? Action.UPDATE : Action.READ, TYPE);
        return ViewRules.clean(data);
    }

    private static <T> T named(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            if (UniqueViolation.of(e, ViewTable.NAME_TAKEN)) {
                throw new ConflictException(
                        FieldError.of("name", "name-taken", "You have a view of this name already.", "您已有同名的视图。"));
            }
            throw e;
        }
    }

    private static String caller() {
        return Callers.require().name();
    }
}
