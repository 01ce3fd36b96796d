package io.guanxi.crm.platform.fields;

import java.util.Optional;

/**
 * A field that an enterprise has added.
 *
 * @param id under which values are kept, whatever the field is renamed to
 * @param version for optimistic locking
 * @param indexed filters by it are served by an index, which has all values
 * @param indexing the index is being filled: writers keep it, nobody reads it yet
 * @param ordinal position among the custom fields of its type
 * @param standard value of a new record that doesn't give one, as a cell of a file
 * @param retired hidden everywhere; its values are kept
 */
public record CustomField(
        long id,
        long version,
        String recordType,
        Field field,
        boolean indexed,
        boolean indexing,
        int ordinal,
        Optional<String> standard,
        boolean retired) {

    /** A field whose index, if it has one, is complete. */
    public CustomField(
            long id,
            long version,
            String recordType,
            Field field,
            boolean indexed,
            int ordinal,
            Optional<String> standard,
            boolean retired) {
        this(id, version, recordType, field, indexed, false, ordinal, standard, retired);
    }

    /** The field's code without {@value Field#CUSTOM}. */
    public String code() {
        return field.code().substring(Field.CUSTOM.length());
    }

    /** True where lists can be sorted by it: an index has its values, of which a record has one, and they have an order. */
    public boolean sortable() {
        return indexed
                && switch (field.type()) {
                    case TEXT, NUMBER, MONEY, DATE, INSTANT, BOOLEAN, CHOICE -> true;
                    case LONG_TEXT, CHOICES, REFERENCE -> false;
                };
    }

    /** True where writers bring values into the index. */
    public boolean isIndexKept() {
        return indexed || indexing;
    }
}
