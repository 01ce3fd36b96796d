package io.guanxi.crm.platform.jobs;

import org.osgi.annotation.versioning.ProviderType;

/** A run under way. */
@ProviderType
public interface JobRun {

    /** True when somebody has cancelled the run, or its bundle is about to stop: come to an end, at a consistent state. */
    boolean isCancelled();
}
