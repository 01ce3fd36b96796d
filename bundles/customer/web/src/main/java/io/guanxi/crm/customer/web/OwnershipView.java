package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.platform.http.Ids;
import java.util.Optional;

/** Whom a customer belongs to on the wire; nobody: it is in the public pool. */
public record OwnershipView(Optional<String> ownerId, Optional<String> departmentId) {

    static OwnershipView of(Ownership ownership) {
        return new OwnershipView(
                ownership.owner().map(Ids::toText), ownership.department().map(Ids::toText));
    }
}
