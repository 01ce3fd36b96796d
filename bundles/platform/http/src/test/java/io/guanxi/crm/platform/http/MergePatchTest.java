package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class MergePatchTest {

    /** Where somebody lives. */
    public record Home(Optional<String> city, Optional<String> street) {}

    /** Somebody. */
    public record Somebody(String id, long version, String name, Optional<Home> home, List<String> phones) {}

    private final Somebody ada = new Somebody(
            "1", 4, "Ada", Optional.of(new Home(Optional.of("上海"), Optional.of("南京路"))), List.of("110", "119"));

    @Test
    public void changesWhatIsNamedAndKeepsTheRest() {
        Somebody patched = patch("{\"name\":\"Ada L.\",\"home\":{\"street\":null},\"phones\":[\"120\"]}");

        assertThat(patched)
                .isEqualTo(new Somebody(
                        "1", 4, "Ada L.", Optional.of(new Home(Optional.of("上海"), Optional.empty())), List.of("120")));
    }

    @Test
    public void removesWithNull() {
        assertThat(patch("{\"home\":null}").home()).isEmpty();
    }

    @Test
    public void makesAnObjectThatWasNotThere() {
        Somebody homeless = patch("{\"home\":null}");
        JsonNode patch = tree("{\"home\":{\"city\":\"北京\",\"street\":null}}");

        assertThat(MergePatch.apply(homeless, patch, Somebody.class).home())
                .contains(new Home(Optional.of("北京"), Optional.empty()));
    }

    @Test
    public void letsReadOnlyFieldsBeRepeatedButNotChanged() {
        assertThat(patch("{\"id\":\"1\",\"version\":4}")).isEqualTo(ada);
        assertThat(refused("{\"id\":\"2\"}")).isEqualTo("id read-only");
        assertThat(refused("{\"version\":null}")).isEqualTo("version read-only");
    }

    @Test
    public void namesTheFieldThatIsUnknownOrWrong() {
        assertThat(refused("{\"owner\":\"2\"}")).isEqualTo("owner unknown-field");
        assertThat(refused("{\"home\":{\"planet\":\"x\"}}")).isEqualTo("home.planet unknown-field");
        assertThat(refused("{\"name\":{}}")).isEqualTo("name not-a-text");
        assertThat(refused("{\"phones\":[\"a\",\"\\u0000\"]}")).isEqualTo("phones[1] invalid-characters");
    }

    @Test
    public void refusesWhatIsNotAnObject() {
        assertThat(catchThrowableOfType(MalformedRequestException.class, () -> patch("[1]"))
                        .code())
                .isEqualTo("not-an-object");
        assertThat(catchThrowableOfType(
                                MalformedRequestException.class, () -> MergePatch.apply(ada, null, Somebody.class))
                        .code())
                .isEqualTo("not-an-object");
    }

    private String refused(String patch) {
        var error = catchThrowableOfType(MalformedRequestException.class, () -> patch(patch))
                .errors()
                .get(0);
        return error.field() + " " + error.code();
    }

    private Somebody patch(String patch) {
        return MergePatch.apply(ada, tree(patch), Somebody.class, "id", "version");
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
