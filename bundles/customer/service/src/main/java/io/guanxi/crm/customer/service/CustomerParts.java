package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.platform.fields.CustomValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The lists of one customer, and the values of its custom fields, which lie in tables of their own. */
record CustomerParts(
        List<String> phones,
        List<String> emails,
        List<Address> addresses,
        List<BankAccount> bankAccounts,
        CustomValues custom) {

    static final CustomerParts NONE = new CustomerParts(List.of(), List.of(), List.of(), List.of(), CustomValues.NONE);

    static CustomerParts of(CustomerData data) {
        return new CustomerParts(data.phones(), data.emails(), data.addresses(), data.bankAccounts(), data.custom());
    }

    static CustomerParts read(Connection connection, long customer, CustomValues custom) throws SQLException {
        return new CustomerParts(
                Parts.PHONES.of(connection, customer),
                Parts.EMAILS.of(connection, customer),
                Parts.ADDRESSES.of(connection, customer),
                Parts.BANK_ACCOUNTS.of(connection, customer),
                custom);
    }

    /** Makes these the customer's lists, in place of what is there; custom values are for others to write. */
    void write(Connection connection, long customer, CustomerParts before) throws SQLException {
        Parts.PHONES.replace(connection, customer, before.phones, phones);
        Parts.EMAILS.replace(connection, customer, before.emails, emails);
        Parts.ADDRESSES.replace(connection, customer, before.addresses, addresses);
        Parts.BANK_ACCOUNTS.replace(connection, customer, before.bankAccounts, bankAccounts);
    }
}
