package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;

/**
 * A field that roles can be kept from.
 *
 * @param code as on the wire; that of a nested one has dots
 * @param personal it is data of a person, which a role can be kept from as a whole
 */
public record GuardedField(String code, Text label, boolean personal) {}
