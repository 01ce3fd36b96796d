package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What is told of the fields of persons. */
@Component
public class PersonRecordType implements RecordType {

    @Override
    public String code() {
        return "person";
    }

    @Override
    public Text label() {
        return new Text("Person", "联系人");
    }

    @Override
    public List<Field> fields() {
        return PersonFields.ALL;
    }

    @Override
    public boolean takesCustomFields() {
        return true;
    }

    @Override
    public Set<String> openFields() {
        return Set.of("name");
    }
}
