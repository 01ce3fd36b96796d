package io.guanxi.crm.customer.service.exports;

import io.guanxi.crm.customer.service.imports.PersonColumns;
import io.guanxi.crm.platform.exports.ExportColumn;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.IdRows;
import io.guanxi.crm.platform.exports.LivingIds;
import io.guanxi.crm.platform.exports.TextLists;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons, a row each, under the keys of their customers. */
@Component
public class PersonsExport implements ExportSource {

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

    private static final List<ExportColumn> COLUMNS = PersonColumns.ALL.stream()
            .map(column -> new ExportColumn(column.code(), column.label()))
            .toList();

    private final Jdbc jdbc;
    private final Access access;

    @Activate
    public PersonsExport(
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Access access) {
        this.jdbc = new Jdbc(dataSource);
        this.access = access;
    }

    @Override
    public String type() {
        return "persons";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void check() {
        access.require(Action.EXPORT, "person");
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc, "SELECT ID FROM CRM_CUSTOMER_PERSON WHERE ARCHIVED = 0 AND");
    }

    @Override
    public List<ExportRow> read(long[] ids) {
        check();
        return jdbc.with(connection -> {
            IdRows rows = new IdRows(connection, ids);
            TextLists phones = TextLists.read(rows, PHONES);
            TextLists emails = TextLists.read(rows, EMAILS);
            Map<Long, ExportRow> persons = new HashMap<>();
            rows.visit(SELECT, row -> {
                long id = row.getLong(1);
                persons.put(id, row(row, phones.of(id), emails.of(id)));
            });
            List<ExportRow> result = new ArrayList<>(ids.length);
            for (long id : ids) {
                ExportRow person = persons.get(id);
                if (person != null) {
                    result.add(person);
                }
            }
            return result;
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
