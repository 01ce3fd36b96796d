package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
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
}
