package io.guanxi.crm.customer.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.DATE;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;
import static java.util.Map.entry;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.search.BestMatch;
import io.guanxi.crm.platform.search.SearchText;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Pages of the ids of persons, a customer's or all; the persons' table is {@code R}. */
final class PersonList {

    private static final Columns COLUMNS = Columns.of(
            BestMatch.with(PersonFields.ALL),
            Map.ofEntries(
                    entry(BestMatch.FIELD.code(), BestMatch.COLUMN),
                    entry("id", Column.Own.of("R.ID", ID)),
                    entry("name", Column.Own.key("R.NAME_KEY", CustomerName::normalised)),
                    entry("customerId", Column.Own.of("R.CUSTOMER_ID", ID)),
                    entry("role", Column.Own.nullable("R.PERSON_ROLE", TEXT)),
                    entry("position", Column.Own.nullable("R.JOB_POSITION", TEXT)),
                    entry("phones", Column.Beside.of("R.ID", "CRM_CUSTOMER_PERSON_PHONE", "PERSON_ID", "PHONE", TEXT)),
                    entry("emails", Column.Beside.of("R.ID", "CRM_CUSTOMER_PERSON_EMAIL", "PERSON_ID", "EMAIL", TEXT)),
                    entry("sex", Column.Own.of("R.SEX", CONSTANT)),
                    entry("birthday.date", Column.Own.nullable("R.BIRTHDAY", DATE)),
                    entry("education", Column.Own.nullable("R.EDUCATION", TEXT)),
                    entry("occupation", Column.Own.nullable("R.OCCUPATION", TEXT)),
                    entry("preferences", Column.Own.nullable("R.PREFERENCES", TEXT)),
                    entry("createdAt", Column.Own.of("R.CREATED_AT", MILLIS)),
                    entry("createdBy", Column.Own.of("R.CREATED_BY", TEXT)),
                    entry("updatedAt", Column.Own.of("R.UPDATED_AT", MILLIS)),
                    entry("updatedBy", Column.Own.of("R.UPDATED_BY", TEXT))));

    private static final SortOrder BY_NAME = SortOrder.parse("name", PersonFields.ALL);

    private final Jdbc jdbc;
    private final ScopeSql scopes;
    private final CustomFields custom;
    private final KeysetSelect<Long> pages;

    PersonList(Jdbc jdbc, CustomFields custom, Clock clock) {
        this.scopes = new ScopeSql(clock);
        this.jdbc = jdbc;
        this.custom = custom;
        this.pages = new KeysetSelect<>(jdbc, "SELECT R.ID", "R.ID", row -> row.getLong(1));
    }

    Columns columns(FieldRights rights) {
        Columns all = COLUMNS.with(custom.fields(), "R.ID", "CRM_CUSTOMER_PERSON");
        return rights.everything() ? all : all.of(rights::reads);
    }

    Slice<Long> page(PersonQuery asked, Scope scope, FieldRights rights) {
        PersonQuery query = ordered(asked);
        Optional<SearchText> text = text(query, rights);
        Columns columns = columns(rights);
        return best(query, text)
                .map(best -> pages.page(within(scope, best), columns, query.list()))
                .filter(best -> best.next().isPresent())
                .orElseGet(() -> pages.page(within(scope, from(query, text)), columns, query.list()));
    }

    long count(PersonQuery query, Scope scope, FieldRights rights) {
        return pages.count(within(scope, from(query, text(query, rights))), columns(rights), query.list());
    }

    private Sql within(Scope scope, Sql from) {
        return from.add(scopes.ofCustomers("R.CUSTOMER_ID", scope));
    }

    // One customer's are searched without a rank, and so are those of a text that has nothing to search for.
    private static PersonQuery ordered(PersonQuery query) {
        return query.customer().isEmpty() && text(query, FieldRights.EVERYTHING).isPresent()
                ? query
                : new PersonQuery(query.customer(), query.archived(), BestMatch.without(query.list(), BY_NAME));
    }

    private Optional<Sql> best(PersonQuery query, Optional<SearchText> typed) {
        return query.customer().isPresent()
                ? Optional.empty()
                : typed.flatMap(text -> CustomerTerms.PERSONS.best(jdbc, text, query.list()))
                        .map(found -> chosen(among(found), query));
    }

    private Sql from(PersonQuery query, Optional<SearchText> text) {
        Sql sql = query.customer().isPresent()
                ? ofOne(query.customer().get(), text)
                : text.map(typed -> among(found(query, typed))).orElseGet(() -> ofAll(query.list()));
        return chosen(sql, query);
    }

    private Sql found(PersonQuery query, SearchText text) {
        return BestMatch.isAsked(query.list().sort())
                ? CustomerTerms.PERSONS.ranked(jdbc, text)
                : CustomerTerms.PERSONS.found(jdbc, text);
    }

    private static Optional<SearchText> text(PersonQuery query, FieldRights rights) {
        return query.list().text().flatMap(typed -> CustomerTerms.search(typed, rights));
    }

    private static Sql chosen(Sql sql, PersonQuery query) {
        return sql.add(" AND R.ARCHIVED = ?", query.archived() ? 1 : 0);
    }

    // A customer's persons are few: the one index serves every order.
    private static Sql ofOne(CustomerId customer, Optional<SearchText> text) {
        Sql sql = Sql.of(
                " FROM CRM_CUSTOMER_PERSON R --DERBY-PROPERTIES index=CRM_CUSTOMER_PERSON_NAME_IX\n"
                        + " WHERE R.CUSTOMER_ID = ?",
                customer.value());
        text.ifPresent(typed -> sql.add(" AND ").add(CustomerTerms.PERSONS.isFound("R.ID", typed)));
        return sql;
    }

    // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
    private static Sql ofAll(ListQuery list) {
        return Sql.of(" FROM CRM_CUSTOMER_PERSON R" + index(list) + " WHERE R.ID > 0");
    }

    private static String index(ListQuery list) {
        Optional<SortOrder.Key> first = list.sort().first();
        if (first.isEmpty() || list.fixes("id")) {
            return " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_PERSON_PK\n";
        }
        return first.get().field().code().equals("name") && !first.get().descending()
                ? " --DERBY-PROPERTIES index=CRM_CUSTOMER_PERSON_ALL_IX\n"
                : "";
    }

    // What has been found is looked up one by one, however little Derby knows of it.
    private static Sql among(Sql found) {
        return Sql.of(" FROM --DERBY-PROPERTIES joinOrder=FIXED\n (")
                .add(found)
                .add(") F, CRM_CUSTOMER_PERSON R"
                        + " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=CRM_CUSTOMER_PERSON_PK\n"
                        + " WHERE R.ID = F.RECORD_ID");
    }
}
