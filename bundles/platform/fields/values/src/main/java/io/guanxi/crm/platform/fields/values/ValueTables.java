package io.guanxi.crm.platform.fields.values;

/**
 * The three tables of a record type's custom values: all of them, those of indexed fields once more behind indexes, and
 * the unique ones under their key.
 *
 * @param records table of the records themselves, whose key is {@code ID}
 */
record ValueTables(String records) {

    private static final String COLUMNS = "RECORD_ID, FIELD_ID, ORDINAL, TEXT_VALUE, NUMBER_VALUE, INTEGER_VALUE";

    String values() {
        return records + "_VALUE";
    }

    String index() {
        return records + "_VALUE_IX";
    }

    String keys() {
        return records + "_VALUE_UK";
    }

    String keysConstraint() {
        return keys() + "_PK";
    }

    String insertValue() {
        return "INSERT INTO " + values() + " (" + COLUMNS + ", LONG_VALUE) VALUES (?, ?, ?, ?, ?, ?, ?)";
    }

    String insertIndex() {
        return "INSERT INTO " + index() + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
    }

    String insertKey() {
        return "INSERT INTO " + keys() + " (FIELD_ID, VALUE_KEY, RECORD_ID) VALUES (?, ?, ?)";
    }

    String deleteValue() {
        return "DELETE FROM " + values() + " WHERE RECORD_ID = ? AND FIELD_ID = ?";
    }

    String deleteIndex() {
        return "DELETE FROM " + index() + " WHERE RECORD_ID = ? AND FIELD_ID = ?";
    }

    String deleteKey() {
        return "DELETE FROM " + keys() + " WHERE FIELD_ID = ? AND VALUE_KEY = ? AND RECORD_ID = ?";
    }

    /** Copies the values of a field and a range of records into the index: bind field, after, up to. */
    String copyToIndex() {
        return "INSERT INTO " + index() + " (" + COLUMNS + ") SELECT " + COLUMNS + " FROM " + values()
                + " WHERE FIELD_ID = ? AND RECORD_ID > ? AND RECORD_ID <= ?";
    }

    String selectColumns() {
        return "SELECT " + COLUMNS + ", LONG_VALUE FROM ";
    }
}
