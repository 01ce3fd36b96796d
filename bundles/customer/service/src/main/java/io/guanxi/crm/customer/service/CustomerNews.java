package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.platform.events.News;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is told of customers and persons. */
public final class CustomerNews {

    private CustomerNews() {}

    public static News of(String topic, Customer customer) {
        return new News(
                topic,
                "customer",
                customer.id().value(),
                Map.of(
                        "code", customer.data().code().orElseThrow(),
                        "kind", customer.data().kind().name().toLowerCase(Locale.ROOT),
                        "name", customer.data().name(),
                        "version", customer.version()));
    }

    static News transferred(CustomerId id, Ownership before, Ownership after, CustomerEntity entity) {
        Map<String, Object> data = new HashMap<>();
        data.put("code", entity.code());
        data.put("version", entity.version());
        after.owner().ifPresent(owner -> data.put("ownerId", Long.toString(owner)));
        before.owner().ifPresent(owner -> data.put("formerOwnerId", Long.toString(owner)));
        return new News("customer.transferred", "customer", id.value(), data);
    }

    public static News of(String topic, Person person) {
        return new News(
                topic,
                "person",
                person.id().value(),
                Map.of(
                        "customerId", person.customer().toString(),
                        "name", person.data().name(),
                        "version", person.version()));
    }
}
