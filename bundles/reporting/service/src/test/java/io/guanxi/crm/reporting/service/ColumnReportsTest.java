package io.guanxi.crm.reporting.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.reporting.CustomersByRfmCell;
import io.guanxi.crm.reporting.ReportInfo;
import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.reporting.RevenueQuery;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.transaction.Money;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public class ColumnReportsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final RevenueQuery EVERYTHING =
            new RevenueQuery(Optional.empty(), Optional.empty(), Optional.empty(), BERLIN);

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final FixedColumns columns = new FixedColumns();
    private final ColumnReports reports =
            new ColumnReports(Neighbour.fixed(columns), Neighbour.fixed(new FixedRfm()), new OpenAccess());

    @Test
    public void showsEveryMonthBetweenTheFirstAndTheLastOrder() {
        columns.sell(1, "2025-11-10T00:00:00Z", "EUR", 12_3400);
        columns.sell(1, "2025-11-11T00:00:00Z", "EUR", 1);
        columns.sell(2, "2026-01-31T23:30:00Z", "EUR", 5_0000);
        columns.sell(2, "2026-01-31T23:30:00Z", "USD", 99_0000);
        assertThat(reports.revenueByMonth(EVERYTHING))
                .isEqualTo(new RevenueByMonth(
                        Currency.getInstance("EUR"),
                        BERLIN,
                        List.of(
                                month("2025-11", "12.3401", 2, 1),
                                month("2025-12", "0.0000", 0, 0),
                                month("2026-01", "0.0000", 0, 0),
                                month("2026-02", "5.0000", 1, 1))));
    }

    @Test
    public void cutsMonthsByTheZoneAskedFor() {
        columns.sell(2, "2026-01-31T23:30:00Z", "EUR", 5_0000);
        RevenueQuery utc = new RevenueQuery(Optional.empty(), Optional.empty(), Optional.empty(), ZoneOffset.UTC);
        assertThat(reports.revenueByMonth(utc).months()).containsExactly(month("2026-01", "5.0000", 1, 1));
    }

    @Test
    public void showsTheMonthsAskedForWhetherOrNotAnythingWasSold() {
        columns.sell(1, "2025-11-10T00:00:00Z", "EUR", 12_3400);
        assertThat(reports.revenueByMonth(months("2025-10", "2025-12")).months())
                .containsExactly(
                        month("2025-10", "0.0000", 0, 0),
                        month("2025-11", "12.3400", 1, 1),
                        month("2025-12", "0.0000", 0, 0));
    }

    @Test
    public void isEmptyWhereNothingWasSold() {
        assertThat(reports.revenueByMonth(EVERYTHING).months()).isEmpty();
    }

    @Test
    public void isEmptyFromAMonthBehindTheLastOrder() {
        columns.sell(1, "2025-11-10T00:00:00Z", "EUR", 12_3400);
        RevenueQuery later =
                new RevenueQuery(Optional.empty(), Optional.of(YearMonth.of(2026, 1)), Optional.empty(), BERLIN);
        assertThat(reports.revenueByMonth(later).months()).isEmpty();
    }

    @Test
    public void showsTheLatestCenturyWhereOneOrderHasAWrongYear() {
        columns.sell(1, "0201-11-10T00:00:00Z", "EUR", 1_0000);
        columns.sell(1, "2025-11-10T00:00:00Z", "EUR", 12_3400);
        List<RevenueByMonth.Month> months = reports.revenueByMonth(EVERYTHING).months();
        assertThat(months).hasSize(RevenueQuery.MAX_MONTHS);
        assertThat(months.get(months.size() - 1)).isEqualTo(month("2025-11", "12.3400", 1, 1));
    }

    @Test
    public void refusesMonthsThatRunBackwardsOrTooFar() {
        assertThatThrownBy(() -> reports.revenueByMonth(months("2026-02", "2026-01")))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.errors())
                        .extracting("field", "code")
                        .containsExactly(tuple("to", "before-from")));
        assertThatThrownBy(() -> reports.revenueByMonth(months("1826-01", "2026-01")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void addsTheCellsUpOverTheMonetaryScore() {
        CustomersByRfmCell report = reports.customersByRfmCell(RfmQuery.today(BERLIN));
        assertThat(report.cells())
                .containsExactly(
                        new CustomersByRfmCell.Cell(2, 1, 0, Money.of("0.0000", "EUR")),
                        new CustomersByRfmCell.Cell(2, 2, 3, Money.of("12.0000", "EUR")),
                        new CustomersByRfmCell.Cell(1, 1, 0, Money.of("0.0000", "EUR")),
                        new CustomersByRfmCell.Cell(1, 2, 3, Money.of("2.0000", "EUR")));
    }

    @Test
    public void listsWhatItCanDo() {
        assertThat(reports.list())
                .extracting(ReportInfo::id)
                .containsExactly(ReportInfo.REVENUE_BY_MONTH, ReportInfo.CUSTOMERS_BY_RFM_CELL);
    }

    @Test
    public void answersNobodyWhoIsNotSignedIn() {
        Callers.bind(null);
        assertThatThrownBy(reports::list).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> reports.revenueByMonth(EVERYTHING)).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> reports.customersByRfmCell(RfmQuery.today(BERLIN)))
                .isInstanceOf(NotSignedInException.class);
    }

    private static RevenueQuery months(String from, String to) {
        return new RevenueQuery(
                Optional.empty(), Optional.of(YearMonth.parse(from)), Optional.of(YearMonth.parse(to)), BERLIN);
    }

    private static RevenueByMonth.Month month(String month, String revenue, long orders, long customers) {
        return new RevenueByMonth.Month(YearMonth.parse(month), Money.of(revenue, "EUR"), orders, customers);
    }
}
