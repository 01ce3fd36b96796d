package io.guanxi.crm.platform.fields;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** All record types that are there now, and their fields. */
@ProviderType
public interface FieldCatalog {

    /** By code. */
    List<RecordType> types();

    Optional<RecordType> type(String code);

    /** The fields of a type: the module's own, then custom ones in their order, retired ones left out; none for an unknown type. */
    List<Field> fields(String type);

    /** The custom fields alone. They are kept in memory: asking for them at every request costs nothing. */
    List<CustomField> customFields(String type);

    /**
     * The custom fields as they are now, whichever node changed them last; they stay so until the caller's transaction
     * ends. Who writes values asks for them this way, so that no rule is missed that was just made.
     */
    default List<CustomField> lockedFields(String type) {
        return customFields(type);
    }

    /**
     * Which of these ids belong to records of the type.
     *
     * @throws io.guanxi.crm.platform.problem.UnavailableException where the module that keeps them stayed away
     */
    default Set<Long> existing(String type, Collection<Long> ids) {
        return Set.of();
    }

    /** A catalogue without types, for plain Java. */
    static FieldCatalog none() {
        return NoFields.INSTANCE;
    }
}
