package io.guanxi.crm.platform.imports;

/** What happens to a record of several rows when one of them is rejected. */
public enum RowPolicy {
    /** The record is left out as a whole. */
    WHOLE,
    /** The record is made of its good rows. */
    LINES
}
