package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.Address;
import java.util.Optional;

/** An address on the wire; a list shows the city alone. */
public record AddressView(
        Optional<String> type,
        Optional<String> country,
        Optional<String> region,
        Optional<String> city,
        Optional<String> district,
        Optional<String> street,
        Optional<String> postalCode) {

    static AddressView of(Address address) {
        return new AddressView(
                Optional.of(address.type()),
                address.country(),
                address.region(),
                address.city(),
                address.district(),
                address.street(),
                address.postalCode());
    }

    static AddressView ofCity(String city) {
        return new AddressView(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(city),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Address toAddress() {
        return new Address(type.orElse(""), country, region, city, district, street, postalCode);
    }
}
