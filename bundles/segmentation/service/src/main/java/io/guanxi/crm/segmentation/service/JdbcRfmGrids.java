package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.UnknownGridException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The named grids in their table. */
@Component(service = RfmGrids.class)
public class JdbcRfmGrids implements RfmGrids {

    private static final String SEGMENT = "segment";
    private static final int MAX_NAME = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*");
    private static final String SELECT =
            "SELECT NAME, BINS, CURRENCY, CREATED_AT, CREATED_BY FROM CRM_SEGMENTATION_GRID";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    @Activate
    public JdbcRfmGrids(
            @Reference(target = "(osgi.jndi.service.name=crm/segmentation)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this(dataSource, transactions, access, Clock.systemUTC());
    }

    JdbcRfmGrids(DataSource dataSource, Transactions transactions, Access access, Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<RfmGrid> list() {
        access.require(Action.READ, SEGMENT);
        return jdbc.list(SELECT + " ORDER BY NAME", Jdbc.NONE, JdbcRfmGrids::grid);
    }

    @Override
    public RfmGrid get(String name) {
        access.require(Action.READ, SEGMENT);
        return find(name).orElseThrow(() -> new UnknownGridException(name));
    }

    @Override
    public RfmGrid create(String name, int bins, Optional<Currency> currency) {
        access.require(Action.CREATE, SEGMENT);
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                    "name",
                    "invalid-name",
                    "A name has 1 to 80 letters, digits, blanks, dots, hyphens and underscores.",
                    "名称为 1 到 80 个字母、数字、空格、点、连字符或下划线。");
        }
        QueryRules.bins(bins);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RfmGrid grid = new RfmGrid(
                name, bins, currency, Optional.of(now), Callers.require().name());
        return transactions.call(() -> inserted(grid));
    }

    private RfmGrid inserted(RfmGrid grid) {
        if (find(grid.name()).isPresent()) {
            throw new ConflictException(
                    FieldError.of("name", "name-taken", "There is a grid of this name.", "该名称的网格已存在。"));
        }
        jdbc.update(
                "INSERT INTO CRM_SEGMENTATION_GRID (NAME, BINS, CURRENCY, CREATED_AT, CREATED_BY) VALUES (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, grid.name());
                    statement.setInt(2, grid.bins());
                    Rows.setText(statement, 3, grid.currency().map(Currency::getCurrencyCode));
                    Rows.setInstant(statement, 4, grid.createdAt());
                    statement.setString(5, grid.createdBy());
                });
        return grid;
    }

    private Optional<RfmGrid> find(String name) {
        return jdbc.first(SELECT + " WHERE NAME = ?", statement -> statement.setString(1, name), JdbcRfmGrids::grid);
    }

    private static RfmGrid grid(ResultSet row) throws SQLException {
        return new RfmGrid(
                row.getString("NAME"),
                row.getInt("BINS"),
                Rows.optionalText(row, "CURRENCY").map(Currency::getInstance),
                Rows.optionalInstant(row, "CREATED_AT"),
                row.getString("CREATED_BY"));
    }
}
