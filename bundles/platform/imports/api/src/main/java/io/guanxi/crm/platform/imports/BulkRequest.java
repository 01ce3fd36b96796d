package io.guanxi.crm.platform.imports;

import java.util.Optional;

/**
 * What to do to many records.
 *
 * @param type plural name on the wire, such as {@code customers}
 * @param patch a JSON merge patch; of {@link BulkAction#PATCH} alone
 * @param parent the record whose list it is, where lists belong to one: the customer of its persons
 */
public record BulkRequest(String type, BulkAction action, Optional<String> patch, Optional<Long> parent) {}
