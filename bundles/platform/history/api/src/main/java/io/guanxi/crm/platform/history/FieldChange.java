package io.guanxi.crm.platform.history;

import java.util.Optional;

/**
 * A field that holds something else now.
 *
 * @param field as on the wire, such as {@code name} or {@code custom.creditRating}
 * @param before JSON as on the wire; empty where there was nothing
 * @param after likewise
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after) {}
