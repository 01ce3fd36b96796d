package io.guanxi.crm.customer.service;

import static io.guanxi.crm.platform.persistence.Rows.optionalText;
import static io.guanxi.crm.platform.persistence.Rows.setText;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The lists that belong to customers and persons. */
public final class Parts {

    public static final PartTable<String> PHONES = phones("CRM_CUSTOMER_PHONE", "CUSTOMER_ID");
    public static final PartTable<String> EMAILS = emails("CRM_CUSTOMER_EMAIL", "CUSTOMER_ID");
    public static final PartTable<Address> ADDRESSES = new PartTable<>(
            "CRM_CUSTOMER_ADDRESS",
            "CUSTOMER_ID",
            List.of("TYPE", "COUNTRY", "REGION", "CITY", "DISTRICT", "STREET", "POSTAL_CODE"),
            Parts::bindAddress,
            Parts::address);
    public static final PartTable<BankAccount> BANK_ACCOUNTS = new PartTable<>(
            "CRM_CUSTOMER_BANK_ACCOUNT",
            "CUSTOMER_ID",
            List.of("BANK", "ACCOUNT_NUMBER"),
            Parts::bindAccount,
            row -> new BankAccount(row.getString("BANK"), row.getString("ACCOUNT_NUMBER")));
    public static final PartTable<String> PERSON_PHONES = phones("CRM_CUSTOMER_PERSON_PHONE", "PERSON_ID");
    public static final PartTable<String> PERSON_EMAILS = emails("CRM_CUSTOMER_PERSON_EMAIL", "PERSON_ID");

    private Parts() {}

    private static PartTable<String> phones(String table, String owner) {
        return new PartTable<>(
                table, owner, List.of("PHONE", "DIGITS"), Parts::bindPhone, row -> row.getString("PHONE"));
    }

    private static PartTable<String> emails(String table, String owner) {
        return new PartTable<>(
                table, owner, List.of("EMAIL"), PreparedStatement::setString, row -> row.getString("EMAIL"));
    }

    private static void bindPhone(PreparedStatement statement, int index, String phone) throws SQLException {
        statement.setString(index, phone);
        statement.setString(index + 1, PhoneNumber.normalised(phone));
    }

    private static void bindAccount(PreparedStatement statement, int index, BankAccount account) throws SQLException {
        statement.setString(index, account.bank());
        statement.setString(index + 1, account.number());
    }

    private static void bindAddress(PreparedStatement statement, int index, Address address) throws SQLException {
        statement.setString(index, address.type());
        setText(statement, index + 1, address.country());
        setText(statement, index + 2, address.region());
        setText(statement, index + 3, address.city());
        setText(statement, index + 4, address.district());
        setText(statement, index + 5, address.street());
        setText(statement, index + 6, address.postalCode());
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("TYPE"),
                optionalText(row, "COUNTRY"),
                optionalText(row, "REGION"),
                optionalText(row, "CITY"),
                optionalText(row, "DISTRICT"),
                optionalText(row, "STREET"),
                optionalText(row, "POSTAL_CODE"));
    }
}
