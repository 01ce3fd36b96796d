package io.guanxi.crm.customer.service.privacy;

import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.customer.service.PersonValues;
import io.guanxi.crm.platform.fields.values.ErasedValues;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes persons out of the archive. A person at a customer is deleted; a customer that is a person goes on as a number alone,
 * since orders stand under it.
 */
final class ArchiveEraser {

    private static final String ERASED = "已删除 Erased";

    private static final Text PERSONS = new Text("Persons", "联系人");
    private static final Text CUSTOMERS = new Text("Customers", "客户");
    private static final Text PHONES = new Text("Phone numbers", "电话");
    private static final Text EMAILS = new Text("E-mail addresses", "邮箱");
    private static final Text ADDRESSES = new Text("Addresses", "地址");
    private static final Text ACCOUNTS = new Text("Bank accounts", "银行账户");
    private static final Text SHARES = new Text("Shares", "共享");
    private static final Text VALUES = new Text("Values of custom fields", "自定义字段的值");
    private static final Text TERMS = new Text("Search terms", "搜索词");
    private static final Text FOR_ORDERS = new Text(
            "The empty record stays under its number: orders and figures stand under it.", "空记录保留编号：订单和统计归于其下。");
    private static final Text MENTIONED = new Text("Values that named the person were taken out.", "已清除提及该个人的值。");

    private final Jdbc jdbc;
    private final Clock clock;

    ArchiveEraser(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits for whoever is changing one of them. */
    void lock(Connection connection, Traces traces) throws SQLException {
        update(
                connection,
                "UPDATE CRM_CUSTOMER_PERSON SET VERSION = VERSION + 1 WHERE ID",
                traces.aboutOf(CustomerPersonalData.PERSON));
        update(
                connection,
                "UPDATE CRM_CUSTOMER_CUSTOMER SET VERSION = VERSION + 1 WHERE ID",
                traces.aboutOf(CustomerPersonalData.CUSTOMER));
    }

    /** Gives the customer of each person that was there. */
    Map<Long, Long> persons(Connection connection, Set<Long> ids, Erased.Builder did) throws SQLException {
        Map<Long, Long> customers = new TreeMap<>();
        KeyQuery.visit(
                connection,
                "SELECT ID, CUSTOMER_ID FROM " + KeyQuery.table("CRM_CUSTOMER_PERSON", "CRM_CUSTOMER_PERSON_PK")
                        + "WHERE ID",
                ids,
                row -> customers.put(row.getLong(1), row.getLong(2)));
        Set<Long> there = customers.keySet();
        did.deleted("phone", PHONES, delete(connection, "CRM_CUSTOMER_PERSON_PHONE", "PERSON_ID", there));
        did.deleted("email", EMAILS, delete(connection, "CRM_CUSTOMER_PERSON_EMAIL", "PERSON_ID", there));
        did.deleted("custom-value", VALUES, new ErasedValues(PersonValues.TABLE).all(connection, there));
        did.deleted("search-term", TERMS, delete(connection, "CRM_CUSTOMER_PERSON_TERM", "RECORD_ID", there));
        did.deleted("person", PERSONS, delete(connection, "CRM_CUSTOMER_PERSON", "ID", there));
        return customers;
    }

    void customer(Connection connection, long id, Erased.Builder did) throws SQLException {
        List<Long> one = List.of(id);
        did.deleted("phone", PHONES, delete(connection, "CRM_CUSTOMER_PHONE", "CUSTOMER_ID", one));
        did.deleted("email", EMAILS, delete(connection, "CRM_CUSTOMER_EMAIL", "CUSTOMER_ID", one));
        did.deleted("address", ADDRESSES, delete(connection, "CRM_CUSTOMER_ADDRESS", "CUSTOMER_ID", one));
        did.deleted("bank-account", ACCOUNTS, delete(connection, "CRM_CUSTOMER_BANK_ACCOUNT", "CUSTOMER_ID", one));
        did.deleted("share", SHARES, delete(connection, "CRM_CUSTOMER_SHARE", "CUSTOMER_ID", one));
        did.deleted("custom-value", VALUES, new ErasedValues(CustomerValues.TABLE).all(connection, one));
        did.deleted("search-term", TERMS, delete(connection, "CRM_CUSTOMER_CUSTOMER_TERM", "RECORD_ID", one));
        did.emptied("customer", CUSTOMERS, empty(id), FOR_ORDERS);
    }

    private int empty(long id) {
        return jdbc.update(
                "UPDATE CRM_CUSTOMER_CUSTOMER SET CODE = ?, EXTERNAL_ID = NULL, NAME = ?, NAME_KEY = ?, SHORT_NAME = NULL,"
                        + " INDUSTRY = NULL, SOURCE = NULL, SIZE_BAND = NULL, REGISTRATION_NUMBER = NULL, WEB_SITE = NULL,"
                        + " SEX = 'UNKNOWN', BIRTHDAY = NULL, BIRTHDAY_LUNAR = 0, JOB_POSITION = NULL, EDUCATION = NULL,"
                        + " OCCUPATION = NULL, PREFERENCES = NULL, FIRST_PHONE = NULL, FIRST_EMAIL = NULL,"
                        + " FIRST_CITY = NULL, ARCHIVED = 1, ARCHIVED_AT = ?, UPDATED_AT = ? WHERE ID = ?",
                statement -> {
                    statement.setString(1, "ERASED-" + id);
                    statement.setString(2, ERASED);
                    statement.setString(3, CustomerName.normalised(ERASED));
                    statement.setLong(4, clock.millis());
                    statement.setLong(5, clock.millis());
                    statement.setLong(6, id);
                });
    }

    /** Custom texts of the customers the person was at, and of other people there. */
    void mentions(Connection connection, Traces traces, Erased.Builder did) throws SQLException {
        int values = new ErasedValues(CustomerValues.TABLE)
                .some(connection, traces.nearOf(CustomerPersonalData.CUSTOMER), Set.of(), traces::isIn);
        did.emptied("mention", CUSTOMERS, values, MENTIONED);
    }

    private static int delete(Connection connection, String table, String column, Collection<Long> ids)
            throws SQLException {
        return update(connection, "DELETE FROM " + table + " WHERE " + column, ids);
    }

    private static int update(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        int rows = 0;
        for (KeyList<Long> keys : KeyList.of(connection, ids)) {
            try (PreparedStatement statement = connection.prepareStatement(sql + keys.condition())) {
                keys.bind(statement, 1);
                rows += statement.executeUpdate();
            }
        }
        return rows;
    }
}
