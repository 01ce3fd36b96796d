package io.guanxi.crm.customer.service.exports;

import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.PersonValues;
import io.guanxi.crm.customer.service.imports.PersonColumns;
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

/** Persons, a row each, under the keys of their customers. */
@Component(service = ExportSource.class)
public class PersonsExport extends RecordExport {

    private static final String SELECT = "SELECT P.ID, C.EXTERNAL_ID, C.CODE, P.NAME, P.PERSON_ROLE, P.SEX, P.BIRTHDAY,"
            + " P.BIRTHDAY_LUNAR, P.JOB_POSITION, P.EDUCATION, P.OCCUPATION, P.PREFERENCES"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n CRM_CUSTOMER_PERSON P"
            + " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_PERSON_PK\n, CRM_CUSTOMER_CUSTOMER C"
            + " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=CRM_CUSTOMER_CUSTOMER_PK\n"
            + " WHERE C.ID = P.CUSTOMER_ID AND P.ID";
    private static final String PHONES = "SELECT PERSON_ID, ORDINAL, PHONE FROM CRM_CUSTOMER_PERSON_PHONE"
            + " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_PERSON_PHONE_PK\n WHERE PERSON_ID";
    private static final String EMAILS = "SELECT PERSON_ID, ORDINAL, EMAIL FROM CRM_CUSTOMER_PERSON_EMAIL"
            + " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_PERSON_EMAIL_PK\n WHERE PERSON_ID";

    private static final String OWNERS = "SELECT ID, CUSTOMER_ID FROM "
            + KeyQuery.table("CRM_CUSTOMER_PERSON", "CRM_CUSTOMER_PERSON_PK") + "WHERE ID";

    private final CustomerScopes scopes;

    @Activate
    public PersonsExport(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Access access) {
        this(dataSource, access, Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public PersonsExport(DataSource dataSource, Access access, Neighbour<FieldCatalog> fields) {
        super("persons", "person", PersonColumns.ALL, PersonValues.TABLE, dataSource, fields, access);
        this.scopes = new JdbcCustomerScopes(dataSource, Clock.systemUTC());
    }

    @Deactivate
    @Override
    protected void close() {
        super.close();
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc(), "SELECT ID FROM CRM_CUSTOMER_PERSON WHERE ARCHIVED = 0 AND");
    }

    @Override
    protected List<Long> reached(long[] ids, Scope scope) {
        return scopes.reached(customers(OWNERS, ids), scope);
    }

    @Override
    protected Map<Long, List<ExportRow>> rows(long[] ids) {
        return jdbc().with(connection -> {
            IdRows rows = new IdRows(connection, ids);
            TextLists phones = TextLists.read(rows, PHONES);
            TextLists emails = TextLists.read(rows, EMAILS);
            Map<Long, List<ExportRow>> persons = new HashMap<>();
            rows.visit(SELECT, row -> {
                long id = row.getLong(1);
                persons.put(id, List.of(row(row, phones.of(id), emails.of(id))));
            });
            return persons;
        });
    }

    private static ExportRow row(ResultSet row, @Nullable String phones, @Nullable String emails) throws SQLException {
        return ExportRow.of(
                row.getString("EXTERNAL_ID"),
                row.getString("CODE"),
                row.getString("NAME"),
                row.getString("PERSON_ROLE"),
                phones,
                emails,
                Words.sex(row.getString("SEX")),
                Words.birthday(row),
                row.getString("JOB_POSITION"),
                row.getString("EDUCATION"),
                row.getString("OCCUPATION"),
                row.getString("PREFERENCES"));
    }
}
