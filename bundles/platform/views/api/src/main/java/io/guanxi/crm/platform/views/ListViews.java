package io.guanxi.crm.platform.views;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** The views of lists: everybody's own ones, and those that are shared. Others' own ones are as if they were not there. */
@ProviderType
public interface ListViews {

    /** By name. */
    List<ListView> of(String list);

    Optional<ListView> find(long id);

    /**
     * Keeps a new view of the caller's.
     *
     * @param standard true where the caller's list shall open with it
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each field that breaks a rule
     * @throws io.guanxi.crm.platform.problem.ConflictException where the caller has a view of this name, or too many
     */
    ListView create(ViewData data, boolean standard);

    /**
     * Changes a view; its list stays.
     *
     * @throws UnknownViewException where there is none, or it is somebody else's own
     * @throws io.guanxi.crm.platform.problem.ForbiddenException for a shared one of somebody else, unless the caller is an
     *     administrator
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if it was changed since {@code version}
     */
    ListView change(long id, long version, UnaryOperator<ViewData> change);

    /** Whether the caller's list opens with this view; of each list at most one does. */
    ListView standard(long id, boolean standard);

    /** Deletes a view; who may not change it may not delete it either. */
    void delete(long id);
}
