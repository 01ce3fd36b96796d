package io.guanxi.crm.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class InListTest {

    @Test
    public void fillsUpToAPowerOfTwo() {
        assertThat(InList.of(List.of(7, 8, 9, 7, 5, 6))).containsExactly(new InList<>(List.of(7, 8, 9, 5, 6, 6, 6, 6)));
        assertThat(InList.of(List.of(7)).get(0).marks()).isEqualTo("?");
        assertThat(InList.of(List.of(7, 8, 9)).get(0).marks()).isEqualTo("?, ?, ?, ?");
    }

    @Test
    public void splitsWhatIsTooLong() {
        List<Integer> many = IntStream.range(0, 1025).boxed().toList();

        assertThat(InList.of(many)).extracting(list -> list.values().size()).containsExactly(512, 512, 1);
        assertThat(InList.of(List.of())).isEmpty();
    }
}
