package io.guanxi.crm.customer.service.exports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.service.CustomerGate;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.customer.service.imports.CustomerColumns;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.IdRows;
import io.guanxi.crm.platform.exports.LivingIds;
import io.guanxi.crm.platform.exports.RecordExport;
import io.guanxi.crm.platform.exports.TextLists;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Customers, a row each, with what imports know of them. */
@Component(service = ExportSource.class)
public class CustomersExport extends RecordExport {

    private static final String SELECT =
            "SELECT ID, NAME, KIND, EXTERNAL_ID, CODE, SHORT_NAME, STAGE, INDUSTRY, SOURCE,"
                    + " SIZE_BAND, REGISTRATION_NUMBER, WEB_SITE, SEX, BIRTHDAY, BIRTHDAY_LUNAR, JOB_POSITION, EDUCATION,"
                    + " OCCUPATION, PREFERENCES FROM "
                    + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK")
                    + "WHERE ID";
    private static final String PHONES = "SELECT CUSTOMER_ID, ORDINAL, PHONE FROM "
            + KeyQuery.table("CRM_CUSTOMER_PHONE", "CRM_CUSTOMER_PHONE_PK") + "WHERE CUSTOMER_ID";
    private static final String EMAILS = "SELECT CUSTOMER_ID, ORDINAL, EMAIL FROM "
            + KeyQuery.table("CRM_CUSTOMER_EMAIL", "CRM_CUSTOMER_EMAIL_PK") + "WHERE CUSTOMER_ID";
    private static final String FIRST_ADDRESS =
            "SELECT CUSTOMER_ID, COUNTRY, REGION, CITY, DISTRICT, STREET, POSTAL_CODE"
                    + " FROM " + KeyQuery.table("CRM_CUSTOMER_ADDRESS", "CRM_CUSTOMER_ADDRESS_PK")
                    + "WHERE ORDINAL = 0 AND CUSTOMER_ID";

    private static final int WIDTH = CustomerColumns.ALL.size();

    private final CustomerGate gate;

    @Activate
    public CustomersExport(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Access access) {
        this(dataSource, access, Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public CustomersExport(DataSource dataSource, Access access, Neighbour<FieldCatalog> fields) {
        super("customers", "customer", CustomerColumns.ALL, CustomerValues.TABLE, dataSource, fields, access);
        this.gate = new CustomerGate(jdbc(), Clock.systemUTC());
    }

    @Deactivate
    @Override
    protected void close() {
        super.close();
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc(), "SELECT ID FROM CRM_CUSTOMER_CUSTOMER WHERE ARCHIVED = 0 AND");
    }

    @Override
    protected String field(String column) {
        return CustomerColumns.field(column);
    }

    @Override
    protected List<Long> reached(long[] ids, Scope scope) {
        List<CustomerId> customers =
                Arrays.stream(ids).mapToObj(CustomerId::new).toList();
        return gate.reached(scope, customers, false).stream()
                .map(CustomerId::value)
                .toList();
    }

    @Override
    protected Map<Long, List<ExportRow>> rows(long[] ids) {
        return jdbc().with(connection -> {
            IdRows rows = new IdRows(connection, ids);
            TextLists phones = TextLists.read(rows, PHONES);
            TextLists emails = TextLists.read(rows, EMAILS);
            Map<Long, ExportRow> addresses = new HashMap<>();
            rows.visit(FIRST_ADDRESS, row -> addresses.put(row.getLong(1), address(row)));
            Map<Long, List<ExportRow>> customers = new HashMap<>();
            rows.visit(SELECT, row -> {
                long id = row.getLong(1);
                customers.put(id, List.of(row(row, phones.of(id), emails.of(id), addresses.get(id))));
            });
            return customers;
        });
    }

    private static ExportRow address(ResultSet row) throws SQLException {
        ExportRow address = new ExportRow(6);
        for (int i = 0; i < address.width(); i++) {
            address.set(i, row.getString(i + 2));
        }
        return address;
    }

    private static ExportRow row(
            ResultSet row, @Nullable String phones, @Nullable String emails, @Nullable ExportRow address)
            throws SQLException {
        ExportRow cells = new ExportRow(WIDTH);
        cells.set(0, row.getString("NAME"));
        cells.set(1, Words.code(row.getString("KIND")));
        cells.set(2, row.getString("EXTERNAL_ID"));
        cells.set(3, row.getString("CODE"));
        cells.set(4, row.getString("SHORT_NAME"));
        cells.set(5, Words.code(row.getString("STAGE")));
        cells.set(6, row.getString("INDUSTRY"));
        cells.set(7, row.getString("SOURCE"));
        cells.set(8, row.getString("SIZE_BAND"));
        cells.set(9, row.getString("REGISTRATION_NUMBER"));
        cells.set(10, phones);
        cells.set(11, emails);
        cells.set(12, row.getString("WEB_SITE"));
        if (address != null) {
            cells.setAll(13, address);
        }
        cells.set(19, Words.sex(row.getString("SEX")));
        cells.set(20, Words.birthday(row));
        cells.set(21, row.getString("JOB_POSITION"));
        cells.set(22, row.getString("EDUCATION"));
        cells.set(23, row.getString("OCCUPATION"));
        cells.set(24, row.getString("PREFERENCES"));
        return cells;
    }
}
