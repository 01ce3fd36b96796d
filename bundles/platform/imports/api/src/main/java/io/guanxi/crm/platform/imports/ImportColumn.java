package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;

/**
 * A column that a file may have.
 *
 * @param code name on the wire, accepted as header
 * @param label names in both languages, accepted as header too
 * @param required a file without this column is refused
 */
public record ImportColumn(String code, Text label, boolean required) {}
