package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: a type of records, an OSGi service of the module that keeps them. */
@ConsumerType
public interface RecordType {

    /** Singular name, such as {@code customer}; the one that access rules and events use. */
    String code();

    /** What one of them is called. */
    Text label();

    /** The fields every such record has, in the order forms show them; custom fields are not among them. */
    List<Field> fields();

    /** True where fields can be added at run time. */
    boolean takesCustomFields();

    /**
     * Codes of the fields that everybody sees who sees such a record: what it is, and where it belongs. Roles can be kept from all
     * others, as far as they aren't set by the system.
     */
    default Set<String> openFields() {
        return Set.of();
    }

    /** What is no field of forms and lists, and roles can be kept from all the same. */
    default List<Field> furtherFields() {
        return List.of();
    }
}
