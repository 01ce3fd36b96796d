package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChanges;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the history tells of customers. */
public final class CustomerChanges {

    private CustomerChanges() {}

    /** A customer that was made, archived or brought back. */
    public static Change of(Customer customer, ChangeKind kind) {
        return Change.of("customer", customer.id().value(), kind, customer.updatedAt(), customer.updatedBy());
    }

    static Change of(Customer before, Customer after) {
        return of(before.data(), after);
    }

    /** A customer that was changed. */
    public static Change of(CustomerData before, Customer after) {
        return new Change(
                "customer",
                after.id().value(),
                ChangeKind.CHANGED,
                after.updatedAt(),
                after.updatedBy(),
                FieldChanges.between(fields(before), fields(after.data())));
    }

    private static Map<String, Object> fields(CustomerData data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", data.kind());
        fields.put("code", data.code());
        fields.put("externalId", data.externalId());
        fields.put("name", data.name());
        fields.put("shortName", data.shortName());
        fields.put("stage", data.stage());
        fields.put("industry", data.industry());
        fields.put("source", data.source());
        fields.put("size", data.size());
        fields.put("registrationNumber", data.registrationNumber());
        fields.put("phones", data.phones());
        fields.put("emails", data.emails());
        fields.put("webSite", data.webSite());
        fields.put("addresses", data.addresses());
        fields.put("bankAccounts", data.bankAccounts());
        if (data.kind() == CustomerKind.PERSON) {
            putDetails(fields, data.person());
        }
        HistoryValues.put(fields, data.custom());
        return fields;
    }

    static void putDetails(Map<String, Object> fields, PersonDetails details) {
        fields.put("sex", details.sex());
        fields.put("birthday", details.birthday().map(CustomerChanges::birthday));
        fields.put("position", details.position());
        fields.put("education", details.education());
        fields.put("occupation", details.occupation());
        fields.put("preferences", details.preferences());
    }

    private static Map<String, Object> birthday(Birthday birthday) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("date", birthday.date());
        view.put("calendar", birthday.lunar() ? "lunar" : "solar");
        return view;
    }
}
