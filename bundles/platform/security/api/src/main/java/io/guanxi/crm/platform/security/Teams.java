package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Users who work together across departments: records can be shared with all of them at once. Who joins or leaves reaches
 * more or less with the next request, on other nodes within two seconds.
 */
@ProviderType
public interface Teams {

    /** Members a team has at most. */
    int LARGEST = 1_000;

    /** All of them, by name. */
    List<Team> list();

    Optional<Team> find(long id);

    /**
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     * @throws io.guanxi.crm.platform.problem.ConflictException where the name is taken
     */
    Team create(TeamData data);

    /**
     * Renames it, and lets users join and leave.
     *
     * @throws UnknownTeamException where there is no such team
     * @throws io.guanxi.crm.platform.problem.StaleVersionException where it has another version by now
     */
    Team change(long id, long version, UnaryOperator<TeamData> change);

    /** Deletes it, and ends what was shared with it. */
    void delete(long id);
}
