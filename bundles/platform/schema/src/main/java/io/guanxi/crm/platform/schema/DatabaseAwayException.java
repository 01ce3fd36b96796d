package io.guanxi.crm.platform.schema;

/** The database did not answer: nothing was applied, and another try may succeed. */
public class DatabaseAwayException extends MigrationFailedException {

    private static final long serialVersionUID = 1L;

    public DatabaseAwayException(String changelog, Throwable cause) {
        super(changelog, cause);
    }
}
