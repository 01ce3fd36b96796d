package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.BankAccount;
import java.util.Optional;

/** A bank account on the wire. */
public record BankAccountView(Optional<String> bank, Optional<String> number) {

    static BankAccountView of(BankAccount account) {
        return new BankAccountView(Optional.of(account.bank()), Optional.of(account.number()));
    }

    BankAccount toAccount() {
        return new BankAccount(bank.orElse(""), number.orElse(""));
    }
}
