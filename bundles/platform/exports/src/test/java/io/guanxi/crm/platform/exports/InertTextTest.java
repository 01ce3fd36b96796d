package io.guanxi.crm.platform.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.Test;

public class InertTextTest {

    @Test
    public void nothingLiveRemains() {
        for (String live : new String[] {
            "=1+1",
            "+86-21-5555",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "+cmd|' /C calc'!A0",
            "-",
            "+",
            "＝1",
            "-1;+2"
        }) {
            assertThat(InertText.guarded(live)).as(live).isEqualTo("'" + live);
        }
    }

    @Test
    public void numbersAndPhonesStayAsTheyAre() {
        for (String plain :
                new String[] {"+8613900000000", "+86 139 0000 0000", "-12.50", "-7", "021-5555 0101", "", "'"}) {
            assertThat(InertText.guarded(plain)).as(plain).isEqualTo(plain);
            assertThat(InertText.unguarded(plain)).as(plain).isEqualTo(plain);
        }
    }

    @Test
    public void everyTextComesBack() {
        Random random = new Random(42);
        String alphabet = "'=+-@\t\r\n01. 张a＝＋";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String guarded = InertText.guarded(text.toString());
            assertThat(InertText.unguarded(guarded)).isEqualTo(text.toString());
            assertThat(InertText.guarded(guarded).startsWith("'") || guarded.equals(text.toString()))
                    .isTrue();
        }
    }
}
