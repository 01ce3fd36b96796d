package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.service.InteractionRules;
import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonName;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.security.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides row by row what is to be written, and counts. */
final class InteractionPlanner {

    private final ImportMode mode;
    private final ImportedValues custom;
    private final String caller;
    private final List<InteractionRow> rows;
    private final StoredInteractions stored;
    private final Map<CustomerId, Map<String, List<PersonId>>> persons = new HashMap<>();
    private final ChunkOutcome.Builder outcome = new ChunkOutcome.Builder();
    private final List<InteractionPlan> plans = new ArrayList<>();

    private InteractionPlanner(
            ImportMode mode,
            ImportedValues custom,
            String caller,
            List<InteractionRow> rows,
            StoredInteractions stored) {
        this.mode = mode;
        this.custom = custom;
        this.caller = caller;
        this.rows = rows;
        this.stored = stored;
    }

    static InteractionPlanner of(
            Connection connection,
            CustomerDirectory directory,
            Scope scope,
            ZoneId zone,
            ImportMode mode,
            ImportedValues custom,
            String caller,
            List<ImportRow> rows)
            throws SQLException {
        Map<String, CustomerId> byExternalId =
                directory.byExternalIds(texts(rows, InteractionColumns.CUSTOMER_EXTERNAL_ID), scope);
        Map<String, CustomerId> byCode = directory.byCodes(texts(rows, InteractionColumns.CUSTOMER_CODE), scope);
        List<InteractionRow> read = new ArrayList<>();
        Set<CustomerId> customers = new HashSet<>();
        Set<CustomerId> withPersons = new HashSet<>();
        List<Instant> moments = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<CustomerId> customer = row.text(InteractionColumns.CUSTOMER_EXTERNAL_ID)
                    .map(key -> Optional.ofNullable(byExternalId.get(key)))
                    .orElseGet(() -> row.text(InteractionColumns.CUSTOMER_CODE)
                            .flatMap(key -> Optional.ofNullable(byCode.get(key))));
            InteractionRow interaction = InteractionRow.read(row, zone, customer);
            read.add(interaction);
            customer.ifPresent(customers::add);
            interaction.at().ifPresent(moments::add);
            if (!interaction.personNames().isEmpty()) {
                customer.ifPresent(withPersons::add);
            }
        }
        StoredInteractions stored = moments.isEmpty()
                ? StoredInteractions.ofIds(connection, List.of(), custom)
                : StoredInteractions.of(connection, customers, moments, custom);
        InteractionPlanner planner = new InteractionPlanner(mode, custom, caller, read, stored);
        directory.personsOf(withPersons).forEach(planner::add);
        return planner;
    }

    private static List<String> texts(List<ImportRow> rows, String column) {
        return rows.stream().flatMap(row -> row.text(column).stream()).toList();
    }

    private void add(PersonName person) {
        persons.computeIfAbsent(person.customer(), customer -> new HashMap<>())
                .computeIfAbsent(person.name(), name -> new ArrayList<>())
                .add(person.id());
    }

    List<InteractionPlan> plans() {
        return plans;
    }

    ChunkOutcome plan() {
        rows.forEach(this::plan);
        return outcome.build();
    }

    private void plan(InteractionRow row) {
        Optional<StoredInteraction> before = row.isIdentified() ? stored.same(row.bare()) : Optional.empty();
        boolean undone = before.filter(StoredInteraction::undone).isPresent();
        Optional<InteractionData> known = before.filter(b -> !undone).map(StoredInteraction::data);
        if (mode == ImportMode.CREATE && known.isPresent()) {
            row.errors()
                    .add(InteractionColumns.AT, "already-exists", "This interaction is there already.", "该联系记录已存在。");
        }
        Optional<InteractionData> data =
                row.isIdentified() ? Optional.of(data(row, known.orElseGet(row::bare), before)) : Optional.empty();
        if (!row.errors().isEmpty()) {
            row.errors()
                    .found()
                    .forEach(error -> outcome.reject(
                            new Rejection(row.row().line(), column(error.field()), error.code(), error.message())));
        } else if (known.isEmpty()) {
            plans.add(new InteractionPlan(data.orElseThrow(), before));
            outcome.created();
        } else if (known.equals(data)) {
            outcome.unchanged();
        } else {
            plans.add(new InteractionPlan(data.orElseThrow(), before));
            outcome.updated();
        }
    }

    private InteractionData data(InteractionRow row, InteractionData known, Optional<StoredInteraction> before) {
        return InteractionRules.clean(row.over(known, persons(row)), caller, row.errors())
                .with(custom.merged(
                        List.of(row.row()),
                        before.map(StoredInteraction::id),
                        before.map(interaction -> interaction.data().custom()),
                        row.errors()));
    }

    private List<PersonId> persons(InteractionRow row) {
        List<PersonId> ids = new ArrayList<>();
        Map<String, List<PersonId>> known = persons.getOrDefault(row.customer().orElseThrow(), Map.of());
        for (String name : row.personNames()) {
            List<PersonId> named = known.getOrDefault(name, List.of());
            if (named.size() == 1) {
                ids.add(named.get(0));
            } else {
                row.errors()
                        .add(
                                "persons",
                                named.isEmpty() ? "unknown-person" : "ambiguous",
                                named.isEmpty()
                                        ? "The customer has no person \"" + name + "\"."
                                        : "The customer has several persons \"" + name + "\".",
                                named.isEmpty() ? "该客户没有联系人“" + name + "”。" : "该客户有多位联系人“" + name + "”。");
            }
        }
        return ids;
    }

    /** The column behind a field of the log's rules. */
    private static String column(String field) {
        return switch (field) {
            case "personIds" -> "persons";
            case "nextStep.at" -> "nextAt";
            case "nextStep.what" -> "nextWhat";
            default -> field;
        };
    }
}
