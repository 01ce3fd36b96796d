package io.guanxi.crm.platform.fields;

import java.util.Optional;

/**
 * A field that an enterprise has added.
 *
 * @param id under which values are kept, whatever the field is renamed to
 * @param version for optimistic locking
 * @param indexed filters and sorting by it are served by an index
 * @param ordinal position among the custom fields of its type
 * @param standard value of a new record that doesn't give one, as on the wire
 * @param retired hidden everywhere; its values are kept
 */
public record CustomField(
        long id,
        long version,
        String recordType,
        Field field,
        boolean indexed,
        int ordinal,
        Optional<String> standard,
        boolean retired) {}
