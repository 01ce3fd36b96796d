package io.guanxi.crm.platform.jobs;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an operator sees and does about jobs; administrators only.
 *
 * <p>Every method that names a job throws {@link UnknownJobException} where no node ever had it.
 */
@ProviderType
public interface Jobs {

    /** The jobs this node has, by name. */
    List<JobStatus> list();

    /** At most {@code limit} runs, newest first; only those with an id below {@code before} where that is given. */
    List<Run> runs(String job, Optional<Long> before, int limit);

    /**
     * Lets the job run as soon as a node has a hand free.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException while it runs
     */
    void start(String job);

    /**
     * Asks the run under way to stop.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException where none is
     */
    void cancel(String job);
}
