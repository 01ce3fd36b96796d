package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters every RFM request takes. */
public class RfmParameters {

    @QueryParam("grid")
    public @Nullable String grid;

    @QueryParam("asOf")
    public @Nullable String asOf;

    @QueryParam("bins")
    public @Nullable String bins;

    @QueryParam("currency")
    public @Nullable String currency;

    @QueryParam("tz")
    public @Nullable String tz;

    RfmQuery query() {
        return new RfmQuery(
                Params.text("grid", grid).orElse(RfmGrid.DEFAULT),
                score("bins", bins, RfmScoring.MIN_BINS, RfmScoring.MAX_BINS),
                Params.date("asOf", asOf),
                Params.zone("tz", tz).orElseGet(ZoneId::systemDefault),
                Params.currency("currency", currency).map(RfmParameters::known));
    }

    static OptionalInt score(String name, @Nullable String value, int min, int max) {
        Optional<String> text = Params.text(name, value);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Params.integer(name, value, min, min, max));
    }

    /** What a service refuses in a query was a parameter, so the request is malformed rather than its content invalid. */
    static <T> T answer(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidValueException e) {
            throw new MalformedRequestException(e.errors().get(0));
        }
    }

    private static Currency known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedRequestException(
                        "currency", "unknown-currency", "There is no such currency.", "没有这种货币。"));
    }
}
