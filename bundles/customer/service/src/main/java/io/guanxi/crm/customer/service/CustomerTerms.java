package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.platform.search.SearchTerms;
import io.guanxi.crm.platform.search.SearchText;
import io.guanxi.crm.platform.search.TermTable;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What customers and persons are found by. */
public final class CustomerTerms {

    public static final TermTable CUSTOMERS = new TermTable("CRM_CUSTOMER_CUSTOMER_TERM");
    public static final TermTable PERSONS = new TermTable("CRM_CUSTOMER_PERSON_TERM");

    private CustomerTerms() {}

    /** Names, keys, phones and e-mail addresses of a customer. */
    public static Set<String> of(CustomerData data) {
        boolean person = data.kind() == CustomerKind.PERSON;
        SearchTerms terms = new SearchTerms().name(CustomerName.normalised(data.name()), person);
        data.shortName().ifPresent(name -> terms.name(CustomerName.normalised(name), false));
        data.code().ifPresent(terms::beginning);
        data.externalId().ifPresent(terms::beginning);
        return withReach(terms, data.phones(), data.emails());
    }

    /** Name, phones and e-mail addresses of a person. */
    public static Set<String> of(PersonData data) {
        return withReach(
                new SearchTerms().name(CustomerName.normalised(data.name()), true), data.phones(), data.emails());
    }

    private static Set<String> withReach(SearchTerms terms, List<String> phones, List<String> emails) {
        phones.forEach(phone -> terms.phone(PhoneNumber.normalised(phone)));
        emails.forEach(terms::beginning);
        return terms.all();
    }

    /** What was typed into a search box, as far as who typed it may find records by it; empty where nothing was. */
    static Optional<SearchText> search(String typed, FieldRights rights) {
        Optional<SearchText> search = search(typed);
        if (!rights.reads("phones")) {
            search.ifPresent(SearchText::withoutPhones);
        }
        if (!rights.reads("emails")) {
            search.ifPresent(SearchText::withoutEmails);
        }
        return search;
    }

    private static Optional<SearchText> search(String typed) {
        String key = CustomerName.normalised(typed);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        SearchText text = new SearchText(key);
        return Optional.of(
                PhoneNumber.mayBePart(typed)
                        ? text.phone(PhoneNumber.normalised(typed), PhoneNumber.typedDigits(typed))
                        : text);
    }
}
