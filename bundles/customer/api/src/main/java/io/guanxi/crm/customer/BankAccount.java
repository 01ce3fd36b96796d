package io.guanxi.crm.customer;

/** Where a customer's money comes from or goes to. */
public record BankAccount(String bank, String number) {}
