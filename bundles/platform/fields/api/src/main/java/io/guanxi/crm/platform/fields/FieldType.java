package io.guanxi.crm.platform.fields;

/** What a field holds, and how it looks in JSON. */
public enum FieldType {
    /** A line of text; a JSON string. */
    TEXT,
    /** A text with line breaks; a JSON string. Not sortable. */
    LONG_TEXT,
    /** A decimal number; a JSON number, or a string with the same digits. */
    NUMBER,
    /** {@code {"amount":"1.00","currency":"CNY"}}; filters and sorting go by the amount. */
    MONEY,
    /** {@code 2026-03-01}. */
    DATE,
    /** {@code 2026-03-01T08:30:00Z}. */
    INSTANT,
    /** A JSON boolean. */
    BOOLEAN,
    /** The code of one of the field's choices. */
    CHOICE,
    /** Codes of the field's choices; a JSON array. */
    CHOICES,
    /** The id of a record of the field's reference type; a JSON string. */
    REFERENCE
}
