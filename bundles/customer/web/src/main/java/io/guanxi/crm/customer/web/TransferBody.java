package io.guanxi.crm.customer.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.problem.InvalidValueException;
import java.util.Optional;

/** Who is to be the owner. */
public record TransferBody(Optional<String> ownerId) {

    long owner() {
        return ownerId.map(id -> Ids.inField("ownerId", id))
                .orElseThrow(
                        () -> new InvalidValueException("ownerId", "required", "Who is the new owner?", "请选择新的负责人。"));
    }
}
