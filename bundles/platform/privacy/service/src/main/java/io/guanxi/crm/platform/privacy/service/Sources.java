package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The sources that are there, and those that were once. */
final class Sources {

    private static final Comparator<PersonalDataSource> ORDER = Comparator.comparingInt(
                    (PersonalDataSource source) -> SourceRow.of(source).ordinal())
            .thenComparing(PersonalDataSource::name);

    private final Map<String, PersonalDataSource> present = new ConcurrentHashMap<>();
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();
    private final Jdbc jdbc;
    private final Transactions transactions;

    Sources(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void add(PersonalDataSource source) {
        present.put(source.name(), source);
    }

    // Of a bundle that is exchanged the new service may have come already.
    void remove(PersonalDataSource source) {
        present.remove(source.name(), source);
    }

    Optional<PersonalDataSource> find(String name) {
        return Optional.ofNullable(present.get(name));
    }

    /** In the order they are asked. */
    List<PersonalDataSource> present() {
        return present.values().stream().sorted(ORDER).toList();
    }

    /** The one that has such records. */
    PersonalDataSource of(Subject subject) {
        return present().stream()
                .filter(source -> source.subjects().contains(subject.type()))
                .findFirst()
                .orElseThrow(() ->
                        new NotFoundException("unknown-type", "There are no such records of persons.", "没有这一类个人记录。"));
    }

    /** All that were ever there, those that are there now entered before. */
    List<SourceRow> known() {
        remember();
        return rows();
    }

    private List<SourceRow> rows() {
        return jdbc.list(
                "SELECT NAME, ORDINAL, LABEL_EN, LABEL_ZH FROM CRM_PRIVACY_SOURCE ORDER BY ORDINAL, NAME",
                Jdbc.NONE,
                row -> new SourceRow(
                        row.getString("NAME"),
                        row.getInt("ORDINAL"),
                        new Text(row.getString("LABEL_EN"), row.getString("LABEL_ZH"))));
    }

    List<String> missing() {
        return known().stream()
                .map(SourceRow::name)
                .filter(name -> !present.containsKey(name))
                .toList();
    }

    /** @throws UnavailableException naming a source that is not there now */
    List<PersonalDataSource> all() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new UnavailableException(missing.get(0), Duration.ofSeconds(2));
        }
        return present();
    }

    private void remember() {
        if (remembered.containsAll(present.keySet())) {
            return;
        }
        List<PersonalDataSource> now = present();
        transactions.run(() -> {
            Set<String> rows = rows().stream().map(SourceRow::name).collect(Collectors.toCollection(HashSet::new));
            for (SourceRow row : now.stream().map(SourceRow::of).toList()) {
                if (rows.add(row.name())) {
                    insert(row);
                }
            }
        });
        transactions.afterCommit(() ->
                remembered.addAll(now.stream().map(PersonalDataSource::name).toList()));
    }

    private void insert(SourceRow row) {
        jdbc.update(
                "INSERT INTO CRM_PRIVACY_SOURCE (NAME, ORDINAL, LABEL_EN, LABEL_ZH) VALUES (?, ?, ?, ?)", statement -> {
                    statement.setString(1, row.name());
                    statement.setInt(2, row.ordinal());
                    statement.setString(3, row.label().en());
                    statement.setString(4, row.label().zh());
                });
    }

    /** False where none of the name was ever there. */
    boolean forget(String name) {
        remembered.remove(name);
        return jdbc.update("DELETE FROM CRM_PRIVACY_SOURCE WHERE NAME = ?", statement -> statement.setString(1, name))
                == 1;
    }
}
