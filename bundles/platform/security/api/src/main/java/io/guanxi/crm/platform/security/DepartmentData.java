package io.guanxi.crm.platform.security;

import java.util.Optional;

/**
 * What can be written of a department.
 *
 * @param name no other department under the same parent has it
 * @param parent id of the department above it; empty at the top
 */
public record DepartmentData(String name, Optional<Long> parent) {}
