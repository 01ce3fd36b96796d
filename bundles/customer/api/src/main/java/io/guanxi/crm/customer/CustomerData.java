package io.guanxi.crm.customer;

import java.util.List;
import java.util.Optional;

/**
 * What users enter about a customer.
 *
 * @param code our own number; given by the archive where absent
 * @param externalId key in the system the customer came from; unique
 * @param registrationNumber unified social credit code or the like
 * @param person meaningful for kind PERSON only
 */
public record CustomerData(
        CustomerKind kind,
        Optional<String> code,
        Optional<String> externalId,
        String name,
        Optional<String> shortName,
        Stage stage,
        Optional<String> industry,
        Optional<String> source,
        Optional<String> size,
        Optional<String> registrationNumber,
        List<String> phones,
        List<String> emails,
        Optional<String> webSite,
        List<Address> addresses,
        List<BankAccount> bankAccounts,
        PersonDetails person) {

    public CustomerData {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        bankAccounts = List.copyOf(bankAccounts);
    }

    /** A customer of whom nothing but kind and name is known. */
    public static CustomerData of(CustomerKind kind, String name) {
        return new CustomerData(
                kind,
                Optional.empty(),
                Optional.empty(),
                name,
                Optional.empty(),
                Stage.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                PersonDetails.NONE);
    }

    /** The same data under this code. */
    public CustomerData withCode(String newCode) {
        return new CustomerData(
                kind,
                Optional.of(newCode),
                externalId,
                name,
                shortName,
                stage,
                industry,
                source,
                size,
                registrationNumber,
                phones,
                emails,
                webSite,
                addresses,
                bankAccounts,
                person);
    }
}
