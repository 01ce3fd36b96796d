package io.guanxi.crm.segmentation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.Test;

public class OrderColumnsTest {

    private record Row(long customer, long orderedAt, long amount) {}

    private final OrderColumns columns = new OrderColumns();

    @Test
    public void holdsWhatWasEntered() {
        columns.upsert(1, 10, 100, 1000);
        columns.upsert(2, 20, 200, 2000);
        assertThat(rows(columns.snapshot()))
                .containsExactly(Map.entry(1L, new Row(10, 100, 1000)), Map.entry(2L, new Row(20, 200, 2000)));
    }

    @Test
    public void replacesAnOrderThatChanged() {
        columns.upsert(1, 10, 100, 1000);
        assertThat(columns.upsert(1, 11, 101, 1001)).isTrue();
        assertThat(rows(columns.snapshot())).containsExactly(Map.entry(1L, new Row(11, 101, 1001)));
    }

    @Test
    public void tellsThatNothingChanged() {
        columns.upsert(1, 10, 100, 1000);
        OrderSnapshot before = columns.snapshot();
        assertThat(columns.upsert(1, 10, 100, 1000)).isFalse();
        assertThat(columns.remove(2)).isFalse();
        assertThat(columns.snapshot()).isSameAs(before);
    }

    @Test
    public void aSnapshotOutlivesEveryChangeBehindIt() {
        Random random = new Random(7);
        TreeMap<Long, Row> expected = new TreeMap<>();
        List<OrderSnapshot> snapshots = new ArrayList<>();
        List<Map<Long, Row>> states = new ArrayList<>();
        for (int step = 0; step < 60_000; step++) {
            long order = random.nextInt(15_000);
            if (random.nextInt(3) == 0) {
                assertThat(columns.remove(order)).isEqualTo(expected.remove(order) != null);
            } else {
                Row row = new Row(random.nextInt(500), random.nextInt(), random.nextInt());
                columns.upsert(order, row.customer(), row.orderedAt(), row.amount());
                expected.put(order, row);
            }
            if (step % 5_000 == 0) {
                snapshots.add(columns.snapshot());
                states.add(new TreeMap<>(expected));
            }
        }
        for (int i = 0; i < snapshots.size(); i++) {
            assertThat(rows(snapshots.get(i))).isEqualTo(states.get(i));
        }
        assertThat(columns.size()).isEqualTo(expected.size());
        assertThat(expected.keySet()).allMatch(columns::contains);
    }

    @Test
    public void canBeEmptiedAndFilledAgain() {
        for (int round = 0; round < 3; round++) {
            for (long order = 0; order < 10_000; order++) {
                columns.upsert(order, order % 7, round, order);
            }
            assertThat(rows(columns.snapshot())).hasSize(10_000);
            for (long order = 0; order < 10_000; order++) {
                columns.remove(order);
            }
            assertThat(columns.snapshot().size()).isZero();
        }
    }

    private static Map<Long, Row> rows(OrderSnapshot snapshot) {
        Map<Long, Row> rows = new TreeMap<>();
        snapshot.forEach((order, customer, orderedAt, amount) -> rows.put(order, new Row(customer, orderedAt, amount)));
        assertThat(rows).hasSize(snapshot.size());
        return rows;
    }
}
