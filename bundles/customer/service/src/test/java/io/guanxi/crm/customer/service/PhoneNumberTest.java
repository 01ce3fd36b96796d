package io.guanxi.crm.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PhoneNumberTest {

    @Test
    public void oneNumberHasOneFormHoweverItIsWritten() {
        assertThat("2155550101")
                .isEqualTo(PhoneNumber.normalised("021-5555 0101"))
                .isEqualTo(PhoneNumber.normalised("+86 21 5555 0101"))
                .isEqualTo(PhoneNumber.normalised("0086(21)55550101"))
                .isEqualTo(PhoneNumber.normalised("０２１-５５５５０１０１"));
        assertThat("13900000000")
                .isEqualTo(PhoneNumber.normalised("139 0000 0000"))
                .isEqualTo(PhoneNumber.normalised("8613900000000"));
        assertThat(PhoneNumber.normalised("0044 20 7946 0958")).isEqualTo(PhoneNumber.normalised("+44 20 7946 0958"));
    }

    @Test
    public void tellsNumbersFromOtherText() {
        assertThat(PhoneNumber.isPlausible("110")).isTrue();
        assertThat(PhoneNumber.isPlausible("021-55550101#8")).isTrue();
        assertThat(PhoneNumber.isPlausible("12")).isFalse();
        assertThat(PhoneNumber.isPlausible("1".repeat(25))).isFalse();
        assertThat(PhoneNumber.isPlausible("call me")).isFalse();
        assertThat(PhoneNumber.isPlausible("139 0000 0000 张")).isFalse();
    }

    @Test
    public void threeDigitsMayBeginANumber() {
        assertThat(PhoneNumber.mayBePart("+86 1")).isTrue();
        assertThat(PhoneNumber.mayBePart("021-")).isTrue();
        assertThat(PhoneNumber.mayBePart("13")).isFalse();
        assertThat(PhoneNumber.mayBePart("139a")).isFalse();
        assertThat(PhoneNumber.mayBePart("")).isFalse();
    }
}
