package io.guanxi.crm.reporting.web;

import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.reporting.ReportInfo;
import io.guanxi.crm.reporting.Reports;
import io.guanxi.crm.reporting.RevenueQuery;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The reports there are, and running them. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportResource {

    private final Neighbour<Reports> reports;

    public ReportResource(Neighbour<Reports> reports) {
        this.reports = reports;
    }

    @GET
    @Operation(summary = "All reports")
    public Page<ReportView> list(@HeaderParam("Accept-Language") @Nullable String language) {
        Locale reader = Language.of(language);
        List<ReportView> all = reports.get().list().stream()
                .map(report -> ReportView.of(report, reader))
                .toList();
        return new Page<>(all, Optional.empty(), Optional.empty());
    }

    @GET
    @Path(ReportInfo.REVENUE_BY_MONTH + "/run")
    @Operation(summary = "Confirmed orders by the month in which they were placed")
    public RevenueView revenueByMonth(
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("tz") @Nullable String tz) {
        RevenueQuery query =
                new RevenueQuery(currency(currency), Params.month("from", from), Params.month("to", to), zone(tz));
        return RevenueView.of(answer(() -> reports.get().revenueByMonth(query)));
    }

    @GET
    @Path(ReportInfo.CUSTOMERS_BY_RFM_CELL + "/run")
    @Operation(summary = "Customers by recency and frequency score")
    public CellsView customersByRfmCell(
            @QueryParam("grid") @Nullable String grid,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("bins") @Nullable String bins,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("tz") @Nullable String tz) {
        RfmQuery query = new RfmQuery(
                Params.text("grid", grid).orElse(RfmGrid.DEFAULT),
                bins(bins),
                Params.date("asOf", asOf),
                zone(tz),
                currency(currency));
        return CellsView.of(answer(() -> reports.get().customersByRfmCell(query)));
    }

    /** What the service refuses in a query was a parameter, so the request is malformed rather than its content invalid. */
    private static <T> T answer(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidValueException e) {
            throw new MalformedRequestException(e.errors().get(0));
        }
    }

    private static OptionalInt bins(@Nullable String value) {
        return Params.text("bins", value).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Params.integer(
                        "bins", value, RfmScoring.DEFAULT_BINS, RfmScoring.MIN_BINS, RfmScoring.MAX_BINS));
    }

    private static ZoneId zone(@Nullable String value) {
        return Params.zone("tz", value).orElseGet(ZoneId::systemDefault);
    }

    private static Optional<Currency> currency(@Nullable String value) {
        return Params.currency("currency", value).map(code -> Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedRequestException(
                        "currency", "unknown-currency", "There is no such currency.", "没有这种货币。")));
    }
}
