package io.guanxi.crm.platform.fields;

/**
 * What may be done with a field.
 *
 * @param readOnly set by the system; a write that changes it is refused
 * @param filterable may be named in {@code filter}
 * @param sortable may be named in {@code sort}
 * @param listed shown in lists where the user has chosen nothing else
 * @param personal data of a person: masked, exported and erased with it
 */
public record FieldUse(boolean readOnly, boolean filterable, boolean sortable, boolean listed, boolean personal) {

    /** A field that people fill in; no list shows, filters or sorts by it. */
    public static final FieldUse PLAIN = new FieldUse(false, false, false, false, false);
}
