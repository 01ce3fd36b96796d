package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.BankAccount;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a customer's fields may hold. Lengths are those of the columns. */
public final class CustomerRules {

    private static final Pattern REGISTRATION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./-]{1,49}");
    private static final Pattern WEB_SITE =
            Pattern.compile("(https?://)?[^\\s/:@<>\".?#]+(\\.[^\\s/:@<>\".?#]+)+(:[0-9]{1,5})?([/?#][^\\s<>\"]*)?");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z -]{3,49}");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final DetailsRules details;

    public CustomerRules(Clock clock) {
        this.details = new DetailsRules(clock);
    }

    /** The data as they are stored: stripped, blanks absent; custom values are left alone. Whatever is wrong goes to {@code errors}. */
    public CustomerData clean(CustomerData data, FieldErrors errors) {
        return new CustomerData(
                data.kind(),
                errors.line("code", data.code(), 40),
                errors.line("externalId", data.externalId(), 100),
                errors.required("name", data.name(), 200),
                errors.line("shortName", data.shortName(), 100),
                data.stage(),
                errors.line("industry", data.industry(), 100),
                errors.line("source", data.source(), 100),
                errors.line("size", data.size(), 50),
                registrationNumber(data.registrationNumber(), errors),
                ReachRules.phones(data.phones(), errors),
                ReachRules.emails(data.emails(), errors),
                webSite(data.webSite(), errors),
                addresses(data.addresses(), errors),
                bankAccounts(data.bankAccounts(), errors),
                person(data, errors),
                data.custom());
    }

    private static Optional<String> registrationNumber(Optional<String> value, FieldErrors errors) {
        Optional<String> number = errors.line("registrationNumber", value, 50);
        if (number.filter(n -> !REGISTRATION.matcher(n).matches()).isPresent()) {
            errors.add(
                    "registrationNumber",
                    "invalid-registration-number",
                    "Only letters, digits, spaces and . / - are allowed, at least two.",
                    "只能包含字母、数字、空格和 . / -，至少两个字符。");
        }
        return number;
    }

    // Pages show the site as a link: javascript: and the like must never get there.
    private static Optional<String> webSite(Optional<String> value, FieldErrors errors) {
        Optional<String> site = errors.line("webSite", value, 300);
        if (site.filter(s -> !WEB_SITE.matcher(s).matches()).isPresent()) {
            errors.add("webSite", "invalid-web-site", "This is no web address.", "网址格式不正确。");
        }
        return site;
    }

    private static List<Address> addresses(List<Address> addresses, FieldErrors errors) {
        ReachRules.limit("addresses", addresses, errors);
        List<Address> result = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            result.add(address("addresses[" + i + "].", addresses.get(i), errors));
        }
        return result;
    }

    private static Address address(String path, Address address, FieldErrors errors) {
        Optional<String> country = address.country().map(String::strip).filter(c -> !c.isEmpty());
        if (country.filter(c -> !COUNTRIES.contains(c)).isPresent()) {
            errors.add(
                    path + "country",
                    "unknown-country",
                    "A country is an ISO 3166 code of two capital letters, such as CN.",
                    "国家须为两位大写的 ISO 3166 代码，例如 CN。");
        }
        return new Address(
                errors.required(path + "type", address.type(), 30),
                country,
                errors.line(path + "region", address.region(), 100),
                errors.line(path + "city", address.city(), 100),
                errors.line(path + "district", address.district(), 100),
                errors.line(path + "street", address.street(), 300),
                errors.line(path + "postalCode", address.postalCode(), 20));
    }

    private static List<BankAccount> bankAccounts(List<BankAccount> accounts, FieldErrors errors) {
        ReachRules.limit("bankAccounts", accounts, errors);
        List<BankAccount> result = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            String path = "bankAccounts[" + i + "].";
            BankAccount account = new BankAccount(
                    errors.required(path + "bank", accounts.get(i).bank(), 200),
                    errors.required(path + "number", accounts.get(i).number(), 50));
            if (!account.number().isEmpty()
                    && !ACCOUNT.matcher(account.number()).matches()) {
                errors.add(
                        path + "number",
                        "invalid-account-number",
                        "Only letters, digits, spaces and - are allowed, at least four.",
                        "只能包含字母、数字、空格和 -，至少四个字符。");
            }
            result.add(account);
        }
        return result;
    }

    private PersonDetails person(CustomerData data, FieldErrors errors) {
        if (data.kind() == CustomerKind.PERSON) {
            return details.clean(data.person(), errors);
        }
        DetailsRules.refuse(data.person(), errors);
        return PersonDetails.NONE;
    }
}
