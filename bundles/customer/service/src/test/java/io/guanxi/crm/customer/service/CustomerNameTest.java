package io.guanxi.crm.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.search.PrefixRange;
import org.junit.Test;

public class CustomerNameTest {

    @Test
    public void caseWidthAndSpacingMakeNoDifference() {
        assertThat(CustomerName.normalised(" ＡＣＭＥ\u3000 Ltd. ")).isEqualTo("acme ltd.");
        assertThat(CustomerName.normalised("ÉCOLE")).isEqualTo(CustomerName.normalised("E\u0301cole"));
    }

    @Test
    public void aKeysKeyIsItself() {
        for (String name : new String[] {"ＡＣＭＥ Ltd", "İstanbul", "Ǆ ß ﬁ", "𝔘𝔫𝔦", "\uFDFA".repeat(40)}) {
            String key = CustomerName.normalised(name);
            assertThat(CustomerName.normalised(key)).isEqualTo(key);
        }
    }

    @Test
    public void aKeyFitsItsColumnWithoutHalvingACharacter() {
        assertThat(CustomerName.normalised("\uFDFA".repeat(200))).hasSizeLessThanOrEqualTo(200);
        assertThat(CustomerName.normalised("x" + "🍜".repeat(150))).isEqualTo("x" + "🍜".repeat(99));
    }

    @Test
    public void aPrefixIsARange() {
        assertThat(PrefixRange.of("ab")).isEqualTo(new PrefixRange("ab", "ac"));
        assertThat(PrefixRange.of("𠮷")).isEqualTo(new PrefixRange("𠮷", "𠮸"));
        assertThat(PrefixRange.of("a\uD7FF")).isEqualTo(new PrefixRange("a\uD7FF", "a\uE000"));
    }
}
