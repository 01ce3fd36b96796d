package io.guanxi.crm.segmentation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.Test;

public class RfmGroupTest {

    @Test
    public void callsAScoreHighAboveTheMiddleOfTheScale() {
        assertThat(RfmGroup.of(4, 4, 4, 5)).isEqualTo(RfmGroup.CHAMPIONS);
        assertThat(RfmGroup.of(3, 3, 3, 5)).isEqualTo(RfmGroup.LOST);
        assertThat(RfmGroup.of(3, 3, 3, 4)).isEqualTo(RfmGroup.CHAMPIONS);
        assertThat(RfmGroup.of(2, 2, 2, 4)).isEqualTo(RfmGroup.LOST);
        assertThat(RfmGroup.of(2, 2, 2, 2)).isEqualTo(RfmGroup.CHAMPIONS);
        assertThat(RfmGroup.of(1, 5, 5, 5)).isEqualTo(RfmGroup.SLIPPING);
        assertThat(RfmGroup.of(5, 1, 5, 5)).isEqualTo(RfmGroup.PROMISING);
        assertThat(RfmGroup.of(5, 5, 1, 5)).isEqualTo(RfmGroup.REGULARS);
    }

    @Test
    public void putsEveryCellIntoOneOfEight() {
        for (int bins = 2; bins <= 9; bins++) {
            for (int cell = 0; cell < bins * bins * bins; cell++) {
                assertThat(RfmGroup.of(cell % bins + 1, cell / bins % bins + 1, cell / bins / bins + 1, bins))
                        .isNotNull();
            }
        }
    }

    @Test
    public void hasACodeAndTwoNamesForEach() {
        assertThat(Arrays.stream(RfmGroup.values()).map(RfmGroup::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(RfmGroup.values()).map(RfmGroup::en)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(RfmGroup.values()).map(RfmGroup::zh)).doesNotHaveDuplicates();
    }
}
