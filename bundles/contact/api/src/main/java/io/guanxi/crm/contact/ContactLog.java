package io.guanxi.crm.contact;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** All contacts with customers. Calls join the caller's transaction, or run in their own. */
@ProviderType
public interface ContactLog {

    /**
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each field that breaks a rule, such as an
     *     unknown customer
     */
    Interaction record(InteractionData data);

    Optional<Interaction> find(InteractionId id);

    /** What lists can be filtered and sorted by, as far as the fields allow it; custom fields included. */
    List<Field> fields();

    /** One page, by key. Archived ones are left out. */
    Slice<Interaction> list(InteractionQuery query);

    /** The ids of one page, for who reads the records by themselves, or not at all. */
    Slice<InteractionId> ids(InteractionQuery query);

    /** How many interactions the query matches, its position and limit set aside. */
    long count(InteractionQuery query);

    /**
     * Changes an interaction.
     *
     * @throws UnknownInteractionException if no interaction has this id
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if it was changed since {@code version}
     */
    Interaction change(InteractionId id, long version, UnaryOperator<InteractionData> change);

    /**
     * Takes the interaction out of the lists; nothing is deleted. Archiving twice is once.
     *
     * @throws UnknownInteractionException if no interaction has this id
     */
    Interaction archive(InteractionId id);

    /**
     * Brings an archived interaction back.
     *
     * @throws UnknownInteractionException if no interaction has this id
     */
    Interaction restore(InteractionId id);
}
