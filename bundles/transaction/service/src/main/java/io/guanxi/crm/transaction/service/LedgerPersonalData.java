package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.ErasedValues;
import io.guanxi.crm.platform.fields.values.ValueText;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.TextColumns;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalDataSource;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderFields;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.Payment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What the ledger tells of persons. Orders, deliveries and payments stay: books have to be kept. Notes and tracking numbers of
 * who was erased go, and from every other text what names them.
 */
@Component
public class LedgerPersonalData implements PersonalDataSource {

    private static final String TYPE = "order";
    private static final Text ORDERS = new Text("Orders", "订单");
    private static final Text DELIVERIES = new Text("Deliveries", "发货");
    private static final Text PAYMENTS = new Text("Payments", "回款");
    private static final Text BOOKS = new Text(
            "Kept for bookkeeping under the customer's number; nothing in it names the person.",
            "按客户编号保留以备记账，其中不含个人信息。");
    private static final Text NOTES = new Text("Notes and tracking numbers were taken out.", "备注和运单号已清除。");
    private static final Text MENTIONED =
            new Text("The person was mentioned; names and numbers were taken out.", "提及该个人的姓名和号码已清除。");

    private static final TextColumns LINES =
            new TextColumns("CRM_TRANSACTION_ORDER_LINE", List.of("ORDER_ID", "LINE_NO"), List.of("DESCRIPTION"));
    private static final TextColumns DELIVERY_TEXTS =
            new TextColumns("CRM_TRANSACTION_DELIVERY", List.of("ID"), List.of("CARRIER", "TRACKING_NUMBER", "NOTE"));
    private static final TextColumns DELIVERY_NOTES =
            new TextColumns("CRM_TRANSACTION_DELIVERY", List.of("ID"), List.of("TRACKING_NUMBER", "NOTE"));
    private static final TextColumns PAYMENT_TEXTS =
            new TextColumns("CRM_TRANSACTION_PAYMENT", List.of("ID"), List.of("REFERENCE", "NOTE"));
    private static final TextColumns PAYMENT_NOTES =
            new TextColumns("CRM_TRANSACTION_PAYMENT", List.of("ID"), List.of("NOTE"));

    private final Jdbc jdbc;
    private final Ledger ledger;
    private final Neighbour<FieldCatalog> fields;

    @Activate
    public LedgerPersonalData(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
            @Reference Ledger ledger) {
        this(dataSource, ledger, Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public LedgerPersonalData(DataSource dataSource, Ledger ledger, Neighbour<FieldCatalog> fields) {
        this.jdbc = new Jdbc(dataSource);
        this.ledger = ledger;
        this.fields = fields;
    }

    @Deactivate
    void close() {
        fields.close();
    }

    @Override
    public String name() {
        return "transaction";
    }

    @Override
    public Text label() {
        return new Text("Orders", "交易");
    }

    @Override
    public void trace(Subject subject, Traces traces) {
        jdbc.with(connection -> {
            traces.about(TYPE, orders(connection, traces.aboutOf("customer")));
            traces.near(TYPE, orders(connection, traces.nearOf("customer")));
            return 0;
        });
    }

    private static Set<Long> orders(Connection connection, Set<Long> customers) throws SQLException {
        Set<Long> found = new TreeSet<>();
        KeyQuery.visit(
                connection,
                "SELECT ID FROM CRM_TRANSACTION_ORDER WHERE CUSTOMER_ID",
                customers,
                row -> found.add(row.getLong(1)));
        return found;
    }

    @Override
    public void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer) {
        for (long id : traces.aboutOf(TYPE)) {
            ledger.find(new OrderId(id)).ifPresent(order -> visit(order, consumer));
        }
    }

    private void visit(Order order, Consumer<PersonalValue> consumer) {
        Sheet sheet = new Sheet(order.id().toString(), consumer);
        sheet.add("number", order.data().number());
        sheet.add("externalId", order.data().externalId());
        sheet.add("orderedAt", Optional.of(order.data().orderedAt().toString()));
        sheet.add("status", Optional.of(order.data().status().name().toLowerCase(Locale.ROOT)));
        sheet.add(
                "total",
                Optional.of(order.total().amount().toPlainString() + " "
                        + order.total().currency().getCurrencyCode()));
        for (OrderLine line : order.data().lines()) {
            sheet.add("lines.product", new Text("Product", "产品"), Optional.of(line.product()));
            sheet.add("lines.description", new Text("Description", "描述"), line.description());
            sheet.add(
                    "lines.quantity",
                    new Text("Quantity", "数量"),
                    Optional.of(line.quantity().toPlainString()));
            sheet.add(
                    "lines.unitPrice",
                    new Text("Unit price", "单价"),
                    Optional.of(line.unitPrice().toPlainString()));
        }
        for (Delivery delivery : order.deliveries()) {
            sheet.add(
                    "deliveries.at",
                    new Text("Delivered", "发货时间"),
                    Optional.of(delivery.at().toString()));
            sheet.add("deliveries.carrier", new Text("Carrier", "承运商"), delivery.carrier());
            sheet.add("deliveries.trackingNumber", new Text("Tracking number", "运单号"), delivery.trackingNumber());
            sheet.add("deliveries.note", new Text("Note on the delivery", "发货备注"), delivery.note());
        }
        for (Payment payment : order.payments()) {
            sheet.add(
                    "payments.at",
                    new Text("Paid", "回款时间"),
                    Optional.of(payment.at().toString()));
            sheet.add(
                    "payments.amount",
                    new Text("Amount", "金额"),
                    Optional.of(payment.amount().amount().toPlainString()));
            sheet.add("payments.reference", new Text("Reference", "参考号"), payment.reference());
            sheet.add("payments.note", new Text("Note on the payment", "回款备注"), payment.note());
        }
        for (CustomField custom : fields.get().customFields(TYPE)) {
            Field field = custom.field();
            sheet.add(
                    field.code(),
                    field.label(),
                    order.data()
                            .custom()
                            .get(field.code().substring(Field.CUSTOM.length()))
                            .map(ValueText::of));
        }
    }

    @Override
    public Erased erase(Subject subject, Traces traces) {
        return jdbc.with(connection -> {
            Set<Long> orders = traces.aboutOf(TYPE);
            ErasedValues values = new ErasedValues(OrderValues.TABLE);
            values.some(connection, orders, personalFields(), traces::isIn);
            int deliveries = DELIVERY_NOTES.rewrite(connection, "ORDER_ID", orders, text -> Traces.BLANK);
            int payments = PAYMENT_NOTES.rewrite(connection, "ORDER_ID", orders, text -> Traces.BLANK);
            redacted(connection, orders, traces);
            int mentions = redacted(connection, traces.nearOf(TYPE), traces)
                    + values.some(connection, traces.nearOf(TYPE), Set.of(), traces::isIn);
            return Erased.builder()
                    .kept(TYPE, ORDERS, orders.size(), BOOKS)
                    .emptied("delivery", DELIVERIES, deliveries, NOTES)
                    .emptied("payment", PAYMENTS, payments, NOTES)
                    .emptied("mention", ORDERS, mentions, MENTIONED)
                    .build();
        });
    }

    private static int redacted(Connection connection, Set<Long> orders, Traces traces) throws SQLException {
        return LINES.rewrite(connection, "ORDER_ID", orders, traces::without)
                + DELIVERY_TEXTS.rewrite(connection, "ORDER_ID", orders, traces::without)
                + PAYMENT_TEXTS.rewrite(connection, "ORDER_ID", orders, traces::without);
    }

    private Set<Long> personalFields() {
        return fields.get().customFields(TYPE).stream()
                .filter(custom -> custom.field().use().personal())
                .map(CustomField::id)
                .collect(Collectors.toSet());
    }

    /** The values of one order. */
    private static final class Sheet {

        private static final Map<String, Text> LABELS =
                OrderFields.ALL.stream().collect(Collectors.toMap(Field::code, Field::label));

        private final String record;
        private final Consumer<PersonalValue> consumer;

        Sheet(String record, Consumer<PersonalValue> consumer) {
            this.record = record;
            this.consumer = consumer;
        }

        void add(String field, Optional<String> value) {
            add(field, LABELS.getOrDefault(field, new Text(field, field)), value);
        }

        void add(String field, Text label, Optional<String> value) {
            value.ifPresent(text -> consumer.accept(new PersonalValue(ORDERS, TYPE, record, field, label, text)));
        }
    }
}
