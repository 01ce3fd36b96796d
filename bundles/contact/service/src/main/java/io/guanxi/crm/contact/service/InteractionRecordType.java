package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.InteractionFields;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What is told of the fields of interactions. */
@Component
public class InteractionRecordType implements RecordType {

    @Override
    public String code() {
        return "interaction";
    }

    @Override
    public Text label() {
        return new Text("Interaction", "互动记录");
    }

    @Override
    public List<Field> fields() {
        return InteractionFields.ALL;
    }

    @Override
    public boolean takesCustomFields() {
        return true;
    }

    @Override
    public Set<String> openFields() {
        return Set.of("customerId", "personIds", "channel", "direction", "at", "by", "subject");
    }
}
