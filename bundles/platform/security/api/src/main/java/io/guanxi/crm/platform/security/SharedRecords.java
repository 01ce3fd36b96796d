package io.guanxi.crm.platform.security;

import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: records of a module that are shared with holders; an OSGi service. */
@ConsumerType
public interface SharedRecords {

    /** Ends all shares of a team or department that is deleted; in the transaction that deletes it. */
    void withdrawAll(Holder holder);
}
