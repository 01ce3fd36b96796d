package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Share;
import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChanges;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

    static Change transferred(CustomerId id, Ownership before, Ownership after, CustomerEntity entity) {
        return changed(id, entity.updatedAt(), entity.updatedBy(), fields(before), fields(after));
    }

    static Change shared(CustomerId id, Share share, Touch touch) {
        return changed(id, touch.at(), touch.by(), Map.of(), fields(share));
    }

    static Change withdrawn(CustomerId id, Share share, Touch touch) {
        return changed(id, touch.at(), touch.by(), fields(share), Map.of());
    }

    private static Change changed(
            CustomerId id, Instant at, String by, Map<String, Object> before, Map<String, Object> after) {
        return new Change("customer", id.value(), ChangeKind.CHANGED, at, by, FieldChanges.between(before, after));
    }

    private static Map<String, Object> fields(Ownership ownership) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ownerId", ownership.owner().map(String::valueOf));
        fields.put("departmentId", ownership.department().map(String::valueOf));
        return fields;
    }

    private static Map<String, Object> fields(Share share) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", share.holder().kind().code());
        view.put("id", String.valueOf(share.holder().id()));
        view.put("writable", share.writable());
        share.until().ifPresent(until -> view.put("until", until));
        return Map.of("shares", List.of(view));
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
