package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** All orders with their deliveries and payments. Calls join the caller's transaction, or run in their own. */
@ProviderType
public interface Ledger {

    /**
     * Enters an order.
     *
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each field that breaks a rule, such as an
     *     unknown customer
     * @throws io.guanxi.crm.platform.problem.ConflictException where number or external id is taken
     */
    Order place(OrderData data);

    Optional<Order> find(OrderId id);

    /** The ids behind these external ids; unknown ones are missing in the answer. */
    Map<String, OrderId> byExternalIds(Collection<String> externalIds);

    /**
     * Changes an order, its status included: a draft may be confirmed or cancelled, a confirmed one cancelled; the lines
     * and customer of a cancelled one stay.
     *
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if it was changed since {@code version}
     * @throws io.guanxi.crm.platform.problem.ConflictException for a change of status that is not allowed
     */
    Order change(OrderId id, long version, UnaryOperator<OrderData> change);

    /** What lists can be filtered and sorted by, as far as the fields allow it; custom fields included. */
    List<Field> fields();

    /** One page, by key. */
    Slice<OrderEntry> list(OrderQuery query);

    /** The ids of one page, for who reads the records by themselves, or not at all. */
    Slice<OrderId> ids(OrderQuery query);

    /** How many orders the query matches, its position and limit set aside. */
    long count(OrderQuery query);

    /** @throws io.guanxi.crm.platform.problem.ConflictException where more would be delivered than was ordered */
    Delivery deliver(OrderId order, Delivery delivery);

    Payment pay(OrderId order, Payment payment);

    /** One entry per currency, the largest total first; empty where nothing was ever confirmed. */
    List<CustomerFacts> facts(CustomerId customer);

    /** Streams every confirmed order, in no particular order. */
    void visitConfirmed(OrderVisitor visitor);

    /** The confirmed ones among these orders; what is missing in the answer is confirmed no more. */
    void visitConfirmed(Collection<OrderId> orders, OrderVisitor visitor);
}
