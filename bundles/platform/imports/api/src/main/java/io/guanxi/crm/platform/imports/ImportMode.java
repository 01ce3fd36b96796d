package io.guanxi.crm.platform.imports;

/** What happens to a row whose record exists already. */
public enum ImportMode {
    /** It is rejected. */
    CREATE,
    /** It is brought to the row's values; unchanged where they are the same. */
    UPSERT
}
