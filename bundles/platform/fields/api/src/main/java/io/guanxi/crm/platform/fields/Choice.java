package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.Text;

/**
 * One of the values of a choice field.
 *
 * @param retired no longer offered; records that have it keep it
 */
public record Choice(String code, Text label, boolean retired) {

    /** A choice on offer. */
    public static Choice of(String code, String en, String zh) {
        return new Choice(code, new Text(en, zh), false);
    }
}
