package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.transaction.OrderFields;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What is told of the fields of orders. */
@Component
public class OrderRecordType implements RecordType {

    @Override
    public String code() {
        return "order";
    }

    @Override
    public Text label() {
        return new Text("Order", "订单");
    }

    @Override
    public List<Field> fields() {
        return OrderFields.ALL;
    }

    @Override
    public boolean takesCustomFields() {
        return true;
    }

    // What an order is worth is what it is; who may not know reads no orders.
    @Override
    public Set<String> openFields() {
        return Set.of("number", "externalId", "customerId", "orderedAt", "currency", "status");
    }
}
