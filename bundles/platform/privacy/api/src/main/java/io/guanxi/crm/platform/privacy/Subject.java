package io.guanxi.crm.platform.privacy;

/**
 * Whose data it is about.
 *
 * @param type of the record that stands for the person, such as {@code person}; one that a source names among its subjects
 */
public record Subject(String type, long id) {

    @Override
    public String toString() {
        return type + " " + id;
    }
}
