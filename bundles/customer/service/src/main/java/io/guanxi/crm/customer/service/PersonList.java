package io.guanxi.crm.customer.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.DATE;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;
import static java.util.Map.entry;

import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import java.util.Map;

/** Pages of the ids of a customer's persons; the persons' table is {@code R}. */
final class PersonList {

    private static final Columns COLUMNS = Columns.of(
            PersonFields.ALL,
            Map.ofEntries(
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

    private final CustomFields custom;
    private final KeysetSelect<Long> pages;

    PersonList(Jdbc jdbc, CustomFields custom) {
        this.custom = custom;
        this.pages = new KeysetSelect<>(jdbc, "SELECT R.ID", "R.ID", row -> row.getLong(1));
    }

    Columns columns() {
        return COLUMNS.with(custom.fields(), "R.ID", "CRM_CUSTOMER_PERSON");
    }

    Slice<Long> page(PersonQuery query) {
        return pages.page(from(query), columns(), query.list());
    }

    long count(PersonQuery query) {
        return pages.count(from(query), columns(), query.list());
    }

    // A customer's persons are few: the one index serves every order.
    private static Sql from(PersonQuery query) {
        Sql sql = Sql.of(
                " FROM CRM_CUSTOMER_PERSON R --DERBY-PROPERTIES index=CRM_CUSTOMER_PERSON_NAME_IX\n"
                        + " WHERE R.CUSTOMER_ID = ? AND R.ARCHIVED = 0",
                query.customer().value());
        query.list().text().flatMap(CustomerTerms::search).ifPresent(text -> sql.add(" AND ")
                .add(CustomerTerms.PERSONS.isFound("R.ID", text)));
        return sql;
    }
}
