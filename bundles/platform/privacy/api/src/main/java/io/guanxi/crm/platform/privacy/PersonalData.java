package io.guanxi.crm.platform.privacy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is known of a person: given to them, and taken away. Each act asks for a right of its own and for the reach of the
 * record; a record out of reach is unknown.
 */
@ProviderType
public interface PersonalData {

    /** What the caller needs rights to: to read certificates, to export, to archive, which is to erase. */
    String TYPE = "privacy";

    /**
     * Lets a caller pass who may export this person, or throws.
     *
     * @throws io.guanxi.crm.platform.problem.NotFoundException for a record that is out of reach or has been erased
     * @throws io.guanxi.crm.platform.problem.UnavailableException where a source is away: nothing is left out silently
     */
    void requireExport(Subject subject);

    /**
     * Gives everything that is kept of the person, source by source; that it left is in the audit trail. Throws what
     * {@link #requireExport} throws.
     *
     * @return how many values there were
     */
    long export(Subject subject, Consumer<PersonalValue> consumer);

    /** Lets a caller pass who may erase somebody at all, or throws. */
    void requireErase();

    /**
     * Asks for the person to be erased. It is written down before anything is done, and carried on after a crash.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException where it was asked for before
     */
    Erasure erase(Subject subject, String reason);

    /** @throws UnknownErasureException where there is none, or somebody else asked for it and the caller doesn't reach everything */
    Erasure find(long id);

    /** Newest first, behind an id. */
    List<Erasure> list(Optional<Long> before, int limit);

    /**
     * What was done, as JSON, the same for ever; its hash is in the audit trail.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException until all is done
     */
    String certificate(long id);

    /** Names of sources that were there once and are not now. */
    List<String> missingSources();

    /** A source won't come back: nobody waits for it any more. Administrators only. */
    void forgetSource(String name);
}
