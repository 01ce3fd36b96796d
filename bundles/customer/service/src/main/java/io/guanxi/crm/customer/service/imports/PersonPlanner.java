package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.PersonRules;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides row by row what is to be written, and counts. */
final class PersonPlanner {

    private final PersonRules rules;
    private final ImportedValues custom;
    private final ImportMode mode;
    private final Map<String, CustomerId> byExternalId;
    private final Map<String, CustomerId> byCode;
    private final StoredPersons stored;
    private final ChunkOutcome.Builder outcome = new ChunkOutcome.Builder();
    private final List<PersonPlan> plans = new ArrayList<>();
    private final Set<Long> claimed = new HashSet<>();

    PersonPlanner(
            Connection connection,
            CustomerDirectory directory,
            Scope scope,
            PersonRules rules,
            ImportedValues custom,
            ImportMode mode,
            List<ImportRow> rows)
            throws SQLException {
        this.rules = rules;
        this.custom = custom;
        this.mode = mode;
        this.byExternalId = directory.byExternalIds(texts(rows, PersonColumns.CUSTOMER_EXTERNAL_ID), scope);
        this.byCode = directory.byCodes(texts(rows, PersonColumns.CUSTOMER_CODE), scope);
        Set<CustomerId> customers = new HashSet<>(byExternalId.values());
        customers.addAll(byCode.values());
        this.stored = StoredPersons.of(connection, customers, custom);
    }

    private static List<String> texts(List<ImportRow> rows, String column) {
        return rows.stream().flatMap(row -> row.text(column).stream()).toList();
    }

    List<PersonPlan> plans() {
        return plans;
    }

    ChunkOutcome outcome() {
        return outcome.build();
    }

    void plan(ImportRow row) {
        FieldErrors errors = new FieldErrors();
        Optional<CustomerId> customer = customer(row, errors);
        Optional<StoredPerson> before = customer.flatMap(c -> match(c, row, errors));
        boolean undone = before.filter(StoredPerson::undone).isPresent();
        PersonData merged = PersonRowData.merged(
                new Cells(row, errors), before.filter(b -> !undone).map(StoredPerson::data));
        PersonData data = rules.clean(merged, errors)
                .with(custom.merged(
                        List.of(row),
                        before.map(StoredPerson::id),
                        before.map(person -> person.data().custom()),
                        errors));
        if (!errors.isEmpty()) {
            errors.found()
                    .forEach(error -> outcome.reject(new Rejection(
                            row.line(), CustomerColumns.of(error.field()), error.code(), error.message())));
        } else if (before.isEmpty() || undone) {
            plans.add(new PersonPlan(customer.orElseThrow(), data, before));
            outcome.created();
        } else if (data.equals(before.get().data())) {
            outcome.unchanged();
        } else {
            plans.add(new PersonPlan(customer.orElseThrow(), data, before));
            outcome.updated();
        }
    }

    private Optional<CustomerId> customer(ImportRow row, FieldErrors errors) {
        Optional<String> externalId = row.text(PersonColumns.CUSTOMER_EXTERNAL_ID);
        Optional<String> code = row.text(PersonColumns.CUSTOMER_CODE);
        if (externalId.isEmpty() && code.isEmpty()) {
            errors.add(
                    PersonColumns.CUSTOMER_EXTERNAL_ID,
                    "customer-missing",
                    "Neither external id nor code of the customer is given.",
                    "未提供客户的外部编号或编号。");
            return Optional.empty();
        }
        Optional<CustomerId> customer = externalId.isPresent()
                ? Optional.ofNullable(byExternalId.get(externalId.get()))
                : Optional.ofNullable(byCode.get(code.orElseThrow()));
        if (customer.isEmpty()) {
            errors.add(
                    externalId.isPresent() ? PersonColumns.CUSTOMER_EXTERNAL_ID : PersonColumns.CUSTOMER_CODE,
                    "unknown-customer",
                    "There is no customer with this external id or code.",
                    "没有该外部编号或编号的客户。");
        }
        return customer;
    }

    /** By name; of several of one name the one with whom a phone or an e-mail address is shared. */
    private Optional<StoredPerson> match(CustomerId customer, ImportRow row, FieldErrors errors) {
        String name = CustomerName.normalised(row.text(PersonColumns.NAME).orElse(""));
        List<StoredPerson> named = stored.named(customer, name).stream()
                .filter(person -> !claimed.contains(person.id()))
                .toList();
        if (named.size() > 1) {
            Cells cells = new Cells(row, errors);
            List<String> reach = new ArrayList<>(cells.list("phones", List.of()));
            reach.addAll(cells.list("emails", List.of()));
            List<StoredPerson> reached = named.stream()
                    .filter(person -> !Collections.disjoint(person.data().phones(), reach)
                            || !Collections.disjoint(person.data().emails(), reach))
                    .toList();
            if (reached.size() != 1) {
                errors.add(
                        PersonColumns.NAME,
                        "ambiguous",
                        "The customer has several persons of this name; give a phone or an e-mail address that only one has.",
                        "该客户有多位同名联系人，请提供可区分的电话或邮箱。");
            }
            named = reached;
        }
        Optional<StoredPerson> match = named.stream().findFirst();
        match.ifPresent(person -> claimed.add(person.id()));
        if (mode == ImportMode.CREATE && match.filter(m -> !m.undone()).isPresent()) {
            errors.add(PersonColumns.NAME, "already-exists", "The customer has this person already.", "该客户已有此联系人。");
        }
        return match;
    }
}
