package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Identities;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.OutsideUser;
import io.guanxi.crm.platform.security.SyncReport;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the providers, and takes over what they say in one transaction. */
@Component(service = {Identities.class, Synchroniser.class})
public class Synchroniser implements Identities {

    private static final Logger LOG = LoggerFactory.getLogger(Synchroniser.class);
    private static final SyncReport.Counts NONE = new SyncReport.Counts(0, 0, 0);

    private final DepartmentTable departments;
    private final UserBatch users;
    private final RoleTable roles;
    private final SyncTable reports;
    private final Administration administration;
    private final IdentitySources sources;
    private final Sharing sharing;
    private final Clock clock;

    @Activate
    public Synchroniser(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference IdentitySources sources,
            @Reference Sharing sharing) {
        this(new Jdbc(dataSource), administration, sources, sharing, Clock.systemUTC());
    }

    Synchroniser(Jdbc jdbc, Administration administration, IdentitySources sources, Sharing sharing, Clock clock) {
        this.departments = new DepartmentTable(jdbc);
        this.users = new UserBatch(jdbc);
        this.roles = new RoleTable(jdbc);
        this.reports = new SyncTable(jdbc);
        this.administration = administration;
        this.sources = sources;
        this.sharing = sharing;
        this.clock = clock;
    }

    @Override
    public List<Provider> providers() {
        administration.requireRead(OwnTypes.USER);
        return sources.providers().stream()
                .map(provider -> new Provider(
                        provider.id(), provider.label(), provider.checksPasswords(), reports.find(provider.id())))
                .toList();
    }

    @Override
    public SyncReport synchronise(String provider) {
        administration.requireConfigure(OwnTypes.USER);
        IdentityProvider from = sources.provider(provider)
                .orElseThrow(() -> new NotFoundException("unknown-provider", "There is no such provider.", "没有该身份来源。"));
        String by = Callers.require().name();
        List<OutsideDepartment> listedDepartments;
        List<OutsideUser> listedUsers;
        try {
            listedDepartments = List.copyOf(from.departments());
            listedUsers = List.copyOf(from.users());
        } catch (RuntimeException e) {
            LOG.warn("{} can't tell its users", provider, e);
            return administration.alone(() -> kept(provider, failed(provider, by)));
        }
        return Callers.callAs(
                Caller.system("sync:" + provider),
                () -> administration.alone(() -> kept(provider, taken(provider, by, listedDepartments, listedUsers))));
    }

    private SyncReport taken(
            String provider, String by, List<OutsideDepartment> listedDepartments, List<OutsideUser> listedUsers) {
        SyncConflicts conflicts = new SyncConflicts();
        boolean adopt = sources.settings().adopt();
        SyncDepartments tree = new SyncDepartments(departments, sharing, provider, adopt, conflicts, clock);
        tree.take(listedDepartments);
        Set<String> codes = roles.all().stream().map(role -> role.data().code()).collect(Collectors.toSet());
        SyncUsers people = new SyncUsers(users, provider, adopt, codes, tree.ids(), conflicts, clock);
        people.take(listedUsers);
        tree.remove();
        administration.told(tree.changes());
        administration.told(people.changes());
        return new SyncReport(
                now(),
                by,
                people.counts(),
                tree.counts(),
                conflicts.found(),
                conflicts.found().size());
    }

    private SyncReport failed(String provider, String by) {
        SyncConflicts conflicts = new SyncConflicts();
        conflicts.add(
                "provider",
                provider,
                provider,
                "provider-failed",
                new Text(
                        "It could not tell its users; nothing was changed. The log says why.",
                        "无法取得用户名单，未作任何修改，原因见日志。"));
        return new SyncReport(now(), by, NONE, NONE, conflicts.found(), 1);
    }

    // As exact as it is stored: the answer is what is read later.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private SyncReport kept(String provider, SyncReport report) {
        reports.replace(provider, report);
        return report;
    }
}
