package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What is told of the fields of customers. */
@Component
public class CustomerRecordType implements RecordType {

    @Override
    public String code() {
        return "customer";
    }

    @Override
    public Text label() {
        return new Text("Customer", "客户");
    }

    @Override
    public List<Field> fields() {
        return CustomerFields.ALL;
    }

    @Override
    public boolean takesCustomFields() {
        return true;
    }

    @Override
    public Set<String> openFields() {
        return Set.of("name", "shortName", "kind", "code", "externalId", "stage");
    }

    @Override
    public List<Field> furtherFields() {
        return List.of(Field.of("bankAccounts", FieldType.TEXT, "Bank accounts", "银行账户", FieldUse.PLAIN)
                .several());
    }
}
