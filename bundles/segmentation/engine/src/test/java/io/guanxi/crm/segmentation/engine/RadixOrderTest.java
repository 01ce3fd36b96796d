package io.guanxi.crm.segmentation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class RadixOrderTest {

    @Test
    public void sortsNothing() {
        assertThat(RadixOrder.ascending(new long[0])).isEmpty();
    }

    @Test
    public void keepsTheOrderOfEqualKeys() {
        assertThat(RadixOrder.ascending(new long[] {5, 3, 5, 3, 5})).containsExactly(1, 3, 0, 2, 4);
    }

    @Test
    public void sortsTheWholeRangeOfLongs() {
        long[] keys = {0, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1, Long.MAX_VALUE, Long.MIN_VALUE + 1};
        assertThat(RadixOrder.ascending(keys)).isEqualTo(plainly(keys));
    }

    @Test
    public void agreesWithAPlainStableSort() {
        Random random = new Random(11);
        for (int bits = 1; bits <= 64; bits++) {
            int shift = 64 - bits;
            long[] keys = random.longs(3_000).map(key -> key >> shift).toArray();
            assertThat(RadixOrder.ascending(keys)).isEqualTo(plainly(keys));
        }
    }

    private static int[] plainly(long[] keys) {
        Integer[] order = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(i -> keys[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
