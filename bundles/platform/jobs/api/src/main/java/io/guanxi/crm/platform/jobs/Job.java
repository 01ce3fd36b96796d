package io.guanxi.crm.platform.jobs;

import io.guanxi.crm.platform.problem.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: an OSGi service of this type is run at its times by one of the nodes that have it. A run that ended
 * with its node is done again, so a job must bear to be repeated.
 */
@ConsumerType
public interface Job {

    /** Durable name, at most 100 characters, such as {@code events-retention}. */
    String name();

    /** What users are shown. */
    Text label();

    /** When to run; asked once, when the service appears. */
    Schedule schedule();

    /**
     * Does the work, in the system's name. Whatever it throws is the run's error.
     *
     * @param run ask it now and then whether to stop
     */
    void run(JobRun run);
}
