package io.guanxi.crm.platform.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows what others may do, as it is decided for themselves. Nothing is done in their name. Who isn't an administrator is shown
 * only who may do no more than they may.
 */
@ProviderType
public interface AccessPreviews {

    /**
     * Of somebody who has this role alone, and belongs to no department.
     *
     * @throws UnknownRoleException where there is no such role
     */
    AccessPreview ofRole(long id);

    /** @throws UnknownUserException where there is no such user */
    AccessPreview ofUser(long id);
}
