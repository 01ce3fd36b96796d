package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.transaction.Delivery;

/** A delivery on the wire. */
public record DeliveryView(String id, @JsonUnwrapped DeliveryBody data) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(Ids.toText(delivery.id()), DeliveryBody.of(delivery));
    }
}
