package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.ForbiddenException;
import org.osgi.annotation.versioning.ProviderType;

/** The one place where it is decided who may do what; services ask it before they do anything. */
@ProviderType
public interface Access {

    /**
     * Lets the current caller pass, or throws.
     *
     * @param recordType such as {@code customer}, {@code order}
     * @throws io.guanxi.crm.platform.problem.NotSignedInException where the thread works for nobody
     * @throws io.guanxi.crm.platform.problem.ForbiddenException where no role of the caller allows it
     */
    void require(Action action, String recordType);

    /**
     * Like {@link #require}; which records of the type the caller reaches with this action, or throws. Where several roles
     * allow the action, the one that reaches furthest counts.
     */
    Scope scope(Action action, String recordType);

    /**
     * What the caller may do with the fields of this type. Where several roles let them see such records, the most that one of
     * them allows counts, field by field.
     *
     * @throws io.guanxi.crm.platform.problem.NotSignedInException where the thread works for nobody
     * @throws io.guanxi.crm.platform.problem.UnavailableException where a role of the caller limits fields of a type whose
     *     module has not been seen yet
     */
    FieldRights fields(String recordType);

    /**
     * Lets a caller pass who reaches every record of the type with this action, or throws.
     *
     * @throws io.guanxi.crm.platform.problem.ForbiddenException where the caller may not, or reaches some records only
     */
    default void requireAll(Action action, String recordType) {
        if (!scope(action, recordType).everything()) {
            throw new ForbiddenException();
        }
    }
}
