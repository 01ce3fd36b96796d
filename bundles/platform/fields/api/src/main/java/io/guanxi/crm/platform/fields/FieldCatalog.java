package io.guanxi.crm.platform.fields;

import java.util.List;
import java.util.Optional;
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
}
