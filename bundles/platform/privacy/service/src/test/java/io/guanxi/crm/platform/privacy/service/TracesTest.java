package io.guanxi.crm.platform.privacy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.privacy.Traces;
import java.util.List;
import org.junit.Test;

public class TracesTest {

    private final Traces traces = new Traces();

    @Test
    public void findsNamesWhateverTheirCaseAndOnlyAsWords() {
        traces.text("Al Smith");
        traces.text("al");
        traces.text("张伟");

        assertThat(traces.isIn("met AL SMITH there")).isTrue();
        assertThat(traces.isIn("also")).isFalse();
        assertThat(traces.isIn("与张伟会面")).isTrue();
        assertThat(traces.without("Al Smith, 张伟 and also Alice")).isEqualTo("█, █ and also Alice");
    }

    @Test
    public void findsNumbersHoweverTheyAreParted() {
        traces.number("+86 139 0000 1234");

        assertThat(traces.isIn("call +86 139-0000-1234 now")).isTrue();
        assertThat(traces.isIn("8613900001234")).isTrue();
        assertThat(traces.isIn("99913900001234")).isFalse();
    }

    @Test
    public void findsWhatJsonEscapes() {
        traces.text("O\"Hara \\ Sons");

        assertThat(traces.isIn("{\"name\":\"O\\\"Hara \\\\ Sons\"}")).isTrue();
    }

    @Test
    public void tooLittleIsNoTrace() {
        traces.text("李");
        traces.text(" ");
        traces.number("12345");

        assertThat(traces.numbers()).isEmpty();
        assertThat(traces.isIn("李四")).isFalse();
        assertThat(traces.isIn("")).isFalse();
    }

    @Test
    public void comesBackFromTheTableAsItWas() {
        traces.about("person", List.of(5L, 7L));
        traces.near("customer", List.of(1L));
        traces.text("张伟");
        traces.number("13900001234");

        Traces read = Stored.traces(Stored.write(traces));

        assertThat(read.about()).isEqualTo(traces.about());
        assertThat(read.near()).isEqualTo(traces.near());
        assertThat(read.texts()).isEqualTo(traces.texts());
        assertThat(read.numbers()).isEqualTo(traces.numbers());
    }
}
