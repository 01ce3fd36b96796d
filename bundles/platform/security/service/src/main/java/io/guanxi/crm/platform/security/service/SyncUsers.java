package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.OutsideUser;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.SyncReport;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the users of a provider over; in one transaction, under the lock. */
final class SyncUsers {

    static final int LONGEST_ID = 200;

    /** As few as that may go at once in any case. */
    private static final int FEW = 10;

    /** A user that there is, and what becomes of it. */
    private record Step(User before, UserData after, Source source) {}

    private final UserBatch batch;
    private final String provider;
    private final boolean adopt;
    private final Set<String> roles;
    private final Map<String, Long> departments;
    private final SyncConflicts conflicts;
    private final Clock clock;
    private final Map<String, User> known = new HashMap<>();
    private final List<UserBatch.Row> made = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int gone;

    /**
     * @param roles codes of all roles
     * @param departments ids by those of the provider
     */
    SyncUsers(
            UserBatch batch,
            String provider,
            boolean adopt,
            Set<String> roles,
            Map<String, Long> departments,
            SyncConflicts conflicts,
            Clock clock) {
        this.batch = batch;
        this.provider = provider;
        this.adopt = adopt;
        this.roles = roles;
        this.departments = departments;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    void take(List<OutsideUser> users) {
        batch.of(provider).forEach(user -> user.source().ifPresent(source -> known.put(source.externalId(), user)));
        List<OutsideUser> plain = plain(users);
        Map<String, User> named =
                batch.named(plain.stream().map(user -> Login.key(user.name())).toList());
        plain.forEach(user -> takeOne(user, named));
        disableMissing(users);
        keepAnAdministrator();
        write();
    }

    /** Those whose id and name nobody else of the list has. */
    private List<OutsideUser> plain(List<OutsideUser> users) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        users.forEach(user -> {
            names.merge(Login.key(user.name()), 1, Integer::sum);
            ids.merge(user.externalId(), 1, Integer::sum);
        });
        List<OutsideUser> plain = new ArrayList<>();
        for (OutsideUser user : users) {
            if (ids.getOrDefault(user.externalId(), 0) > 1) {
                conflicts.of(user, "id-twice", "Two users have this id.", "有两个用户使用此标识。");
            } else if (names.getOrDefault(Login.key(user.name()), 0) > 1) {
                conflicts.of(user, "name-twice", "Two users have this name.", "有两个用户使用此登录名。");
            } else if (user.externalId().isBlank() || user.externalId().length() > LONGEST_ID) {
                conflicts.of(user, "bad-id", "This id can't be stored.", "此标识无法保存。");
            } else {
                plain.add(user);
            }
        }
        return plain;
    }

    private void takeOne(OutsideUser user, Map<String, User> named) {
        Optional<User> before = Optional.ofNullable(known.get(user.externalId()));
        if (before.filter(one -> !Login.key(one.data().name()).equals(Login.key(user.name())))
                .isPresent()) {
            conflicts.of(user, "name-changed", "A sign-in name stays; it has another here.", "登录名不可修改，此处的登录名与其不同。");
        }
        Optional<User> same = before.or(() -> Optional.ofNullable(named.get(Login.key(user.name()))));
        if (same.isPresent() && before.isEmpty() && !(adopt && isFree(same.get()))) {
            conflicts.of(user, "name-taken", "This name is taken here.", "该登录名在此处已被占用。");
            return;
        }
        wanted(user, same).ifPresent(data -> plan(user, same, data));
    }

    // Of a realm or of nobody.
    private static boolean isFree(User user) {
        return user.source().map(Source::isRealm).orElse(true);
    }

    private void plan(OutsideUser user, Optional<User> before, UserData data) {
        Source source = new Source(provider, user.externalId());
        if (before.isEmpty()) {
            made.add(new UserBatch.Row(batch.nextId(), data, source));
        } else if (!data.equals(before.get().data()) || !before.get().source().equals(Optional.of(source))) {
            steps.add(new Step(before.get(), data, source));
        }
    }

    private Optional<UserData> wanted(OutsideUser user, Optional<User> before) {
        Set<String> codes = new HashSet<>(user.roles());
        codes.retainAll(roles);
        if (codes.isEmpty() || codes.size() < user.roles().size()) {
            conflicts.of(user, "unknown-role", "One of the roles is missing here.", "缺少其中的角色。");
        }
        Optional<Long> department = user.department().flatMap(id -> Optional.ofNullable(departments.get(id)));
        if (user.department().isPresent() && department.isEmpty()) {
            conflicts.of(user, "unknown-department", "The department is missing here.", "缺少该部门。");
        }
        Optional<UserData> old = before.map(User::data);
        UserData data = new UserData(
                old.map(UserData::name).orElse(Normalizer.normalize(user.name(), Normalizer.Form.NFKC)),
                user.fullName(),
                user.email(),
                department,
                codes,
                user.enabled(),
                old.flatMap(UserData::language),
                old.flatMap(UserData::timeZone));
        if (codes.isEmpty()) {
            // Without a role there is no account; who has one keeps it, but stays out.
            return old.map(one -> data.withRoles(one.roles()).enabled(false));
        }
        FieldErrors errors = new FieldErrors();
        UserData clean = UserRules.clean(data, roles, true, errors);
        errors.found().forEach(error -> conflicts.of(user, error));
        return errors.isEmpty() ? Optional.of(clean) : Optional.empty();
    }

    private void disableMissing(List<OutsideUser> users) {
        Set<String> listed = new HashSet<>();
        users.forEach(user -> listed.add(user.externalId()));
        List<Step> missing = new ArrayList<>();
        known.forEach((externalId, user) -> {
            if (!listed.contains(externalId) && user.data().enabled()) {
                missing.add(new Step(user, user.data().enabled(false), new Source(provider, externalId)));
            }
        });
        long enabled =
                known.values().stream().filter(user -> user.data().enabled()).count();
        if (missing.size() > FEW && missing.size() > enabled / 2) {
            conflicts.add(
                    "provider",
                    provider,
                    provider,
                    "too-many-missing",
                    new Text(
                            "More than half of the users are missing from the list; none of them is disabled.",
                            "名单中缺少一半以上的用户，均未停用。"));
            return;
        }
        steps.addAll(missing);
    }

    /** Somebody stays who may do everything, whatever the list says. */
    private void keepAnAdministrator() {
        Set<Long> left = new HashSet<>(batch.administrators());
        steps.forEach(step -> {
            if (isAdministrator(step.after())) {
                left.add(step.before().id());
            } else {
                left.remove(step.before().id());
            }
        });
        if (!left.isEmpty() || made.stream().anyMatch(row -> isAdministrator(row.data()))) {
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (isAdministrator(step.before().data())) {
                Set<String> codes = new HashSet<>(step.after().roles());
                codes.add(Caller.ADMINISTRATOR);
                steps.set(
                        i, new Step(step.before(), step.after().withRoles(codes).enabled(true), step.source()));
                conflicts.add(
                        OwnTypes.USER,
                        step.source().externalId(),
                        step.before().data().name(),
                        "last-administrator",
                        new Text("The last administrator stays one.", "最后一个管理员予以保留。"));
                return;
            }
        }
    }

    private static boolean isAdministrator(UserData data) {
        return data.enabled() && data.roles().contains(Caller.ADMINISTRATOR);
    }

    private void write() {
        String by = Callers.require().name();
        batch.insert(made, by, clock.instant());
        steps.removeIf(step -> step.after().equals(step.before().data())
                && step.before().source().equals(Optional.of(step.source())));
        batch.update(
                steps.stream()
                        .map(step -> new UserBatch.Row(step.before().id(), step.after(), step.source()))
                        .toList(),
                by,
                clock.instant());
        List<Long> out = steps.stream()
                .filter(step -> !step.after().enabled())
                .map(step -> step.before().id())
                .toList();
        batch.endSessions(out);
        gone = (int) steps.stream()
                .filter(step -> step.before().data().enabled() && !step.after().enabled())
                .count();
    }

    SyncReport.Counts counts() {
        return new SyncReport.Counts(made.size(), steps.size() - gone, gone);
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        made.forEach(row ->
                changes.add(Administration.change(OwnTypes.USER, row.id(), Optional.empty(), Optional.of(row.data()))));
        steps.forEach(step -> changes.add(Administration.change(
                OwnTypes.USER, step.before().id(), Optional.of(step.before().data()), Optional.of(step.after()))));
        return changes;
    }
}
