package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ProjectionTest {

    private static final String ITEM =
            "{\"id\":\"1\",\"name\":\"A\",\"addresses\":[{\"city\":\"B\",\"street\":\"C\"},{\"street\":\"D\"}]}";

    record Address(String city, String street) {}

    record Body(String name, List<Address> addresses) {}

    record Item(String id, @JsonUnwrapped Body data) {}

    @Test
    public void keepsWhatIsWantedAndTheId() throws JsonProcessingException {
        assertThat(shown("name")).isEqualTo(json("{\"id\":\"1\",\"name\":\"A\"}"));
        assertThat(shown("addresses.city")).isEqualTo(json("{\"id\":\"1\",\"addresses\":[{\"city\":\"B\"},{}]}"));
        assertThat(shown("addresses, addresses.city,")).isEqualTo(shown("addresses"));
        assertThat(shown("addresses").at("/addresses")).isEqualTo(json(ITEM).at("/addresses"));
        assertThat(shown(" ")).isEqualTo(json(ITEM));
    }

    @Test
    public void knowsTheFieldsOfTheItem() {
        for (String wrong : List.of("nickname", "name,data", "city")) {
            assertThatThrownBy(() -> Projection.of(wrong, Item.class))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            MalformedRequestException.class,
                            e -> assertThat(e.errors().get(0).message().en()).contains("addresses, id, name"));
        }
    }

    @Test
    public void positionsComeBackFromCursorsOfTheirOrderAlone() {
        FieldUse sortable = new FieldUse(false, true, true, true, false);
        List<Field> fields = List.of(
                Field.of("a", FieldType.TEXT, "A", "甲", sortable), Field.of("b", FieldType.TEXT, "B", "乙", sortable));
        SortOrder order = SortOrder.parse("a,-b", fields);
        Position position = new Position(List.of(Optional.of(""), Optional.empty()), 42);
        String cursor = Positions.encode("items:" + order.text(), position);

        assertThat(Positions.decode("items:a,-b", cursor, order)).isEqualTo(position);
        assertThatThrownBy(() -> Positions.decode("items:a,b", cursor, SortOrder.parse("a,b", fields)))
                .isInstanceOf(MalformedRequestException.class);
    }

    private static JsonNode shown(String fields) throws JsonProcessingException {
        JsonNode item = json(ITEM);
        Projection.of(fields, Item.class).apply(item);
        return item;
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.newMapper().readTree(text);
    }
}
