package io.guanxi.crm.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.UnknownGridException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public class JdbcRfmGridsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    @Rule
    public final TestDatabase database = new TestDatabase("segmentation");

    private final RfmGrids grids = new JdbcRfmGrids(
            database.dataSource(), database.transactions(), new OpenAccess(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    public void hasADefaultFromTheStart() {
        assertThat(grids.get("default"))
                .isEqualTo(new RfmGrid("default", 5, Optional.empty(), Optional.empty(), "guanxi"));
    }

    @Test
    public void keepsWhatIsCreated() {
        RfmGrid grid = grids.create("大客户 3", 3, Optional.of(Currency.getInstance("USD")));
        assertThat(grid.createdBy()).isEqualTo("admin");
        assertThat(grid.createdAt()).contains(NOW);
        assertThat(grids.get("大客户 3")).isEqualTo(grid);
        assertThat(grids.list()).extracting(RfmGrid::name).containsExactly("default", "大客户 3");
    }

    @Test
    public void givesANameOnce() {
        assertThatThrownBy(() -> grids.create("default", 4, Optional.empty()))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("name-taken"));
    }

    @Test
    public void refusesNamesThatAreNone() {
        for (String name : List.of("", " a", "a\nb", "a/b", "x".repeat(81))) {
            assertThatThrownBy(() -> grids.create(name, 5, Optional.empty())).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    public void refusesBinsOutOfRange() {
        assertThatThrownBy(() -> grids.create("one", 1, Optional.empty())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> grids.create("ten", 10, Optional.empty())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void knowsNoGridOfAnotherName() {
        assertThatThrownBy(() -> grids.get("none")).isInstanceOf(UnknownGridException.class);
    }
}
