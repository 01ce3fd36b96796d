package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** The departments of the enterprise, a tree of at most {@value #DEEPEST} levels. */
@ProviderType
public interface Departments {

    int DEEPEST = 20;

    /** All of them, each behind the one above it, and by name under the same one. */
    List<Department> list();

    Optional<Department> find(long id);

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming what is wrong */
    Department create(DepartmentData data);

    /**
     * Renames or moves it, with everything below it.
     *
     * @throws UnknownDepartmentException where there is no such department
     * @throws io.guanxi.crm.platform.problem.StaleVersionException where it has another version by now
     * @throws io.guanxi.crm.platform.problem.ConflictException where it would lie below itself
     */
    Department change(long id, long version, UnaryOperator<DepartmentData> change);

    /**
     * Deletes it, and ends what was shared with it.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException where users or departments are in it
     */
    void delete(long id);

    /** True where it comes from elsewhere and can't be changed here meanwhile. */
    boolean isManaged(Department department);

    /** Ids of the department and of all below it; empty where there is no such department. No right is needed to ask. */
    Set<Long> subtree(long id);
}
