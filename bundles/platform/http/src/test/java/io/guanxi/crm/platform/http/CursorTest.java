package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.Test;

public class CursorTest {

    @Test
    public void holdsAnyText() {
        String cursor = Cursor.encode("customers:name", "张 \uD83D\uDE00 \u0000\ud800", "42");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode("customers:name", cursor, 2)).containsExactly("张 \uD83D\uDE00 \u0000\ud800", "42");
    }

    @Test
    public void isGoodForItsListAlone() {
        String cursor = Cursor.encode("customers:name", "a", "1");

        refuses("customers:-name", cursor, 2);
        refuses("customers:name", cursor, 3);
    }

    @Test
    public void canNotBeMadeUp() {
        String cursor = Cursor.encode("customers:name", "a", "1");

        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            refuses("customers:name", cursor.substring(0, i) + other + cursor.substring(i + 1), 2);
        }
        refuses("customers:name", "", 2);
        refuses("customers:name", "张", 2);
        refuses("customers:name", "AAAAAAAAAAAAAAAAAAAAAAAA", 2);
    }

    private static void refuses(String list, String cursor, int values) {
        assertThatThrownBy(() -> Cursor.decode(list, cursor, values)).isInstanceOf(MalformedRequestException.class);
        assertThat(catchThrowableOfType(MalformedRequestException.class, () -> Cursor.decode(list, cursor, values))
                        .errors()
                        .get(0)
                        .field())
                .isEqualTo("after");
    }
}
