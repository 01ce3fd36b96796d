package io.guanxi.crm.customer.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.DATE;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;

import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.Storage;
import io.guanxi.crm.platform.search.BestMatch;
import java.util.HashMap;
import java.util.Map;

/** Where the fields of customers lie, the customer's table being {@code C}. */
final class CustomerListColumns {

    static final Columns ALL = Columns.of(BestMatch.with(CustomerFields.ALL), columns());

    private CustomerListColumns() {}

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new HashMap<>();
        columns.put(BestMatch.FIELD.code(), BestMatch.COLUMN);
        columns.put("id", Column.Own.of("C.ID", Storage.ID));
        columns.put("name", Column.Own.key("C.NAME_KEY", CustomerName::normalised));
        columns.put("kind", Column.Own.of("C.KIND", CONSTANT));
        columns.put("code", Column.Own.of("C.CODE", TEXT));
        columns.put("externalId", Column.Own.nullable("C.EXTERNAL_ID", TEXT));
        columns.put("shortName", Column.Own.nullable("C.SHORT_NAME", TEXT));
        columns.put("stage", Column.Own.of("C.STAGE", CONSTANT));
        columns.put("industry", Column.Own.nullable("C.INDUSTRY", TEXT));
        columns.put("source", Column.Own.nullable("C.SOURCE", TEXT));
        columns.put("size", Column.Own.nullable("C.SIZE_BAND", TEXT));
        columns.put("registrationNumber", Column.Own.nullable("C.REGISTRATION_NUMBER", TEXT));
        columns.put("phones", part("CRM_CUSTOMER_PHONE", "PHONE"));
        columns.put("emails", part("CRM_CUSTOMER_EMAIL", "EMAIL"));
        columns.put("webSite", Column.Own.nullable("C.WEB_SITE", TEXT));
        columns.put("addresses.country", part("CRM_CUSTOMER_ADDRESS", "COUNTRY"));
        columns.put("addresses.region", part("CRM_CUSTOMER_ADDRESS", "REGION"));
        columns.put("addresses.city", part("CRM_CUSTOMER_ADDRESS", "CITY"));
        columns.put("addresses.district", part("CRM_CUSTOMER_ADDRESS", "DISTRICT"));
        columns.put("sex", Column.Own.of("C.SEX", CONSTANT));
        columns.put("birthday.date", Column.Own.nullable("C.BIRTHDAY", DATE));
        columns.put("position", Column.Own.nullable("C.JOB_POSITION", TEXT));
        columns.put("education", Column.Own.nullable("C.EDUCATION", TEXT));
        columns.put("occupation", Column.Own.nullable("C.OCCUPATION", TEXT));
        columns.put("preferences", Column.Own.nullable("C.PREFERENCES", TEXT));
        columns.put("ownerId", Column.Own.nullable("C.OWNER_ID", Storage.ID));
        columns.put("departmentId", Column.Own.nullable("C.DEPARTMENT_ID", Storage.ID));
        columns.put("createdAt", Column.Own.of("C.CREATED_AT", MILLIS));
        columns.put("createdBy", Column.Own.of("C.CREATED_BY", TEXT));
        columns.put("updatedAt", Column.Own.of("C.UPDATED_AT", MILLIS));
        columns.put("updatedBy", Column.Own.of("C.UPDATED_BY", TEXT));
        columns.put("archivedAt", Column.Own.nullable("C.ARCHIVED_AT", MILLIS));
        return columns;
    }

    private static Column part(String table, String column) {
        return Column.Beside.of("C.ID", table, "CUSTOMER_ID", column, Storage.TEXT);
    }
}
