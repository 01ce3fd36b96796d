package io.guanxi.crm.platform.security;

import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: records that not everybody reaches all of, counted for previews; an OSGi service. */
@ConsumerType
public interface ReachedRecords {

    /** What access rules call them, such as {@code customer}. */
    String recordType();

    /** How many the caller of the thread reaches to read; nothing is changed. */
    long count();
}
