package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.http.RecordBulk;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.UnknownOrderException;
import java.util.EnumSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Many orders at once; what is confirmed or cancelled stays so, as the ledger has it. */
@Component(service = BulkTarget.class)
public class OrdersBulk extends RecordBulk<Order, OrderBody> {

    private final Neighbour<Ledger> ledger;

    @Activate
    public OrdersBulk(BundleContext context) {
        this(Neighbour.tracked(context, Ledger.class));
    }

    /** For plain Java, where nothing comes and goes. */
    OrdersBulk(Neighbour<Ledger> ledger) {
        super("orders", "order", OrderBody.class, EnumSet.of(BulkAction.CONFIRM, BulkAction.CANCEL, BulkAction.PATCH));
        this.ledger = ledger;
    }

    @Deactivate
    void close() {
        ledger.close();
    }

    @Override
    protected Order find(BulkRequest request, long id) {
        OrderId order = new OrderId(id);
        return ledger.get().find(order).orElseThrow(() -> new UnknownOrderException(order));
    }

    @Override
    protected long version(Order order) {
        return order.version();
    }

    @Override
    protected OrderBody body(Order order) {
        return OrderBody.of(order.data());
    }

    @Override
    protected Order change(Order before, OrderBody wanted) {
        return ledger.get().change(before.id(), before.version(), data -> wanted.toData());
    }

    @Override
    protected Order act(Order before, BulkAction action) {
        OrderStatus status = action == BulkAction.CONFIRM ? OrderStatus.CONFIRMED : OrderStatus.CANCELLED;
        return ledger.get().change(before.id(), before.version(), data -> data.with(status));
    }
}
