package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.CustomValues;
import java.util.List;
import java.util.Optional;

/**
 * What users enter about a customer.
 *
 * @param code our own number; given by the archive where absent
 * @param externalId key in the system the customer came from; unique
 * @param registrationNumber unified social credit code or the like
 * @param person meaningful for kind PERSON only
 * @param custom what the enterprise's own fields hold
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
        PersonDetails person,
        CustomValues custom) {

    public CustomerData {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        bankAccounts = List.copyOf(bankAccounts);
    }

    /** Without values in custom fields. */
    public CustomerData(
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
        this(
                kind,
                code,
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
                person,
                CustomValues.NONE);
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
                person,
                custom);
    }

    /** The same data with these values in custom fields. */
    public CustomerData with(CustomValues newCustom) {
        return new CustomerData(
                kind,
                code,
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
                person,
                newCustom);
    }
}
