package io.guanxi.crm.platform.security;

import java.util.Set;

/**
 * What can be written of a team.
 *
 * @param name no other team has it
 * @param members ids of users of any department, at most {@value Teams#LARGEST}
 */
public record TeamData(String name, Set<Long> members) {

    public TeamData {
        members = Set.copyOf(members);
    }
}
