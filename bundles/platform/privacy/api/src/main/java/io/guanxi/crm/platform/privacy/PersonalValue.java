package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.Text;

/**
 * One thing that is known of a person.
 *
 * @param section heading under which it is shown
 * @param type of the record that it lies in
 * @param record id of that record
 * @param field code as on the wire; a list gives as many values as it has members
 */
public record PersonalValue(Text section, String type, String record, String field, Text label, String value) {}
