package io.guanxi.crm.segmentation;

import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import io.guanxi.crm.transaction.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All confirmed orders as columns in memory, a set per currency: loaded once when first asked for, then kept current from
 * the ledger's news, and always equal to a full rebuild.
 */
@ProviderType
public interface SalesColumns {

    /** The currency that is taken where nothing was ever sold. */
    Currency FALLBACK = Currency.getInstance("CNY");

    /** Decimals of the amounts in the columns. */
    int DECIMALS = 4;

    /**
     * The orders in this currency as they stand, of those customers that the caller reaches; none where nobody ever bought
     * in it. To who reaches every customer it is the same object as long as none of them changes.
     *
     * @throws io.guanxi.crm.platform.problem.UnavailableException while the columns are still being loaded
     */
    OrderSnapshot orders(Currency currency);

    /** The currency with the most confirmed orders, the first by code among equals. */
    Currency mainCurrency();

    /** An amount of the columns as money. */
    static Money money(long amount, Currency currency) {
        return new Money(BigDecimal.valueOf(amount, DECIMALS), currency);
    }
}
