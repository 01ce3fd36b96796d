package io.guanxi.crm.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.Test;

public class KeyListTest {

    @Test
    public void fillsUpToAPowerOfTwoForDerby() {
        assertThat(conditions(7L)).containsExactly(" IN (?)");
        assertThat(conditions(7L, 8L, 9L)).containsExactly(" IN (?, ?, ?, ?)");
        assertThat(conditions(7L, 8L, 7L, 8L)).containsExactly(" IN (?, ?)");
    }

    @Test
    public void isOneParameterToPostgresql() {
        assertThat(KeyList.of(SqlDialect.POSTGRESQL, List.of("a", "b", "a")))
                .singleElement()
                .satisfies(list -> {
                    assertThat(list.condition()).isEqualTo(" = ANY (?)");
                    assertThat(list.keys()).containsExactly("a", "b");
                });
    }

    @Test
    public void splitsWhatIsTooLong() {
        List<Long> many = LongStream.range(0, 1025).boxed().toList();

        assertThat(KeyList.of(SqlDialect.DERBY, many))
                .extracting(list -> list.keys().size())
                .containsExactly(512, 512, 1);
        assertThat(KeyList.of(SqlDialect.DERBY, List.of())).isEmpty();
    }

    private static List<String> conditions(Long... keys) {
        return KeyList.of(SqlDialect.DERBY, List.of(keys)).stream()
                .map(KeyList::condition)
                .toList();
    }
}
