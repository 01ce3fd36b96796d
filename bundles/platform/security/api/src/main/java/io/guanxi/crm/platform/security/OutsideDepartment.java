package io.guanxi.crm.platform.security;

import java.util.Optional;

/**
 * A department as a provider knows it.
 *
 * @param externalId stays for ever, at most 200 characters
 * @param parent external id of the department above it; empty at the top
 */
public record OutsideDepartment(String externalId, String name, Optional<String> parent) {}
