package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.Test;

public class MoneyViewTest {

    @Test
    public void showsTheDigitsOfTheCurrency() {
        assertThat(shown("20.0000", "CNY")).isEqualTo("20.00");
        assertThat(shown("20.0000", "JPY")).isEqualTo("20");
        assertThat(shown("20.0000", "KWD")).isEqualTo("20.000");
    }

    @Test
    public void neverRounds() {
        assertThat(shown("0.1234", "CNY")).isEqualTo("0.1234");
        assertThat(shown("1000000.5", "JPY")).isEqualTo("1000000.5");
        assertThat(shown("-0.5", "CNY")).isEqualTo("-0.50");
    }

    private static String shown(String amount, String currency) {
        return MoneyView.of(new BigDecimal(amount), Currency.getInstance(currency))
                .amount()
                .toPlainString();
    }
}
