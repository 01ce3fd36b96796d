package io.guanxi.crm.transaction.service.exports;

import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.IdRows;
import io.guanxi.crm.platform.exports.LivingIds;
import io.guanxi.crm.platform.exports.RecordExport;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.transaction.service.imports.PaymentColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Payments, a row each, under the keys of their orders. */
@Component(service = ExportSource.class)
public class PaymentsExport extends RecordExport {

    private static final String SELECT =
            "SELECT P.ID, P.EXTERNAL_ID, O.ORDER_NUMBER, O.EXTERNAL_ID AS ORDER_EXTERNAL_ID,"
                    + " P.PAID_AT, P.AMOUNT, P.CURRENCY, P.METHOD, P.REFERENCE, P.NOTE"
                    + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n CRM_TRANSACTION_PAYMENT P"
                    + " --DERBY-PROPERTIES constraint=CRM_TRANSACTION_PAYMENT_PK\n, CRM_TRANSACTION_ORDER O"
                    + " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=CRM_TRANSACTION_ORDER_PK\n"
                    + " WHERE O.ID = P.ORDER_ID AND P.ID";

    private static final String CUSTOMERS = "SELECT P.ID, O.CUSTOMER_ID FROM CRM_TRANSACTION_PAYMENT P,"
            + " CRM_TRANSACTION_ORDER O WHERE O.ID = P.ORDER_ID AND P.ID";

    private final Neighbour<CustomerScopes> scopes;

    @Activate
    public PaymentsExport(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
            @Reference Access access) {
        this(dataSource, access, Neighbour.tracked(context, CustomerScopes.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public PaymentsExport(DataSource dataSource, Access access, Neighbour<CustomerScopes> scopes) {
        super(
                "payments",
                "order",
                PaymentColumns.ALL,
                "CRM_TRANSACTION_PAYMENT",
                dataSource,
                Neighbour.fixed(FieldCatalog.none()), // payments take no custom fields
                access);
        this.scopes = scopes;
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc(), "SELECT ID FROM CRM_TRANSACTION_PAYMENT WHERE");
    }

    @Override
    protected List<Long> reached(long[] ids, Scope scope) {
        return scopes.get().reached(customers(CUSTOMERS, ids), scope);
    }

    @Deactivate
    @Override
    protected void close() {
        super.close();
        scopes.close();
    }

    @Override
    protected Map<Long, List<ExportRow>> rows(long[] ids) {
        return jdbc().with(connection -> {
            Map<Long, List<ExportRow>> payments = new HashMap<>();
            new IdRows(connection, ids).visit(SELECT, row -> payments.put(row.getLong("ID"), List.of(row(row))));
            return payments;
        });
    }

    private static ExportRow row(ResultSet row) throws SQLException {
        return ExportRow.of(
                row.getString("EXTERNAL_ID"),
                row.getString("ORDER_NUMBER"),
                row.getString("ORDER_EXTERNAL_ID"),
                Rows.instant(row, "PAID_AT"),
                OrdersExport.plain(row.getBigDecimal("AMOUNT")),
                row.getString("CURRENCY"),
                row.getString("METHOD").toLowerCase(Locale.ROOT),
                row.getString("REFERENCE"),
                row.getString("NOTE"));
    }
}
