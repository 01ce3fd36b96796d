package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.http.internal.Parsers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The member {@code custom} of a record: the values of its custom fields by their code. */
public final class CustomJson {

    private CustomJson() {}

    /** As a body shows them: decimals as strings, amounts as {@link MoneyView}. */
    public static Map<String, JsonNode> write(CustomValues values) {
        Map<String, JsonNode> members = new TreeMap<>();
        values.byCode().forEach((code, value) -> members.put(code, write(value)));
        return members;
    }

    private static JsonNode write(FieldValue value) {
        if (value instanceof BooleanValue flag) {
            return BooleanNode.valueOf(flag.isTrue());
        } else if (value instanceof ChoicesValue choices) {
            ArrayNode codes = JsonNodeFactory.instance.arrayNode();
            choices.codes().forEach(codes::add);
            return codes;
        } else if (value instanceof MoneyValue money) {
            return Json.tree(MoneyView.of(money.amount(), Currency.getInstance(money.currency())));
        }
        return TextNode.valueOf(text(value));
    }

    private static String text(FieldValue value) {
        if (value instanceof TextValue text) {
            return text.text();
        } else if (value instanceof NumberValue number) {
            return number.number().toPlainString();
        } else if (value instanceof DateValue date) {
            return date.date().toString();
        } else if (value instanceof InstantValue instant) {
            return instant.instant().toString();
        } else if (value instanceof ChoiceValue choice) {
            return choice.code();
        }
        return Ids.toText(((ReferenceValue) value).id());
    }

    /**
     * As a body gives them; whether the fields are there and like their values is for the module's service to judge.
     *
     * @throws MalformedRequestException naming the field where a value is no text, number, flag, list of texts or amount
     */
    public static CustomValues read(Map<String, JsonNode> members) {
        Map<String, FieldValue> values = new HashMap<>();
        members.forEach((code, json) -> {
            Texts.requireClean("custom", code);
            if (!json.isNull()) {
                values.put(code, read(Field.CUSTOM + code, json));
            }
        });
        return CustomValues.of(values);
    }

    private static FieldValue read(String field, JsonNode json) {
        if (json.isTextual()) {
            return new TextValue(clean(field, json.textValue()));
        } else if (json.isBoolean()) {
            return new BooleanValue(json.booleanValue());
        } else if (json.isNumber()) {
            return new NumberValue(number(field, json));
        } else if (json instanceof ArrayNode list) {
            return new ChoicesValue(texts(field, list));
        } else if (json instanceof ObjectNode object) {
            return money(field, object);
        }
        throw malformed(field);
    }

    // 1e999999 is a short number of a million digits.
    private static BigDecimal number(String field, JsonNode json) {
        BigDecimal number = json.decimalValue();
        if (number.precision() > 100 || Math.abs(number.scale()) > 100) {
            throw malformed(field);
        }
        return number;
    }

    private static List<String> texts(String field, ArrayNode list) {
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode one : list) {
            if (!one.isTextual()) {
                throw malformed(field);
            }
            texts.add(clean(field, one.textValue()));
        }
        return texts;
    }

    private static MoneyValue money(String field, ObjectNode object) {
        JsonNode amount = object.path("amount");
        JsonNode currency = object.path("currency");
        if (object.size() != 2 || !amount.isTextual() || !currency.isTextual()) {
            throw malformed(field);
        }
        try {
            return new MoneyValue(Parsers.decimal(amount.textValue()), clean(field, currency.textValue()));
        } catch (Parsers.NotParsedException e) {
            throw new MalformedRequestException(e.at(field + ".amount"));
        }
    }

    private static String clean(String field, String text) {
        Texts.requireClean(field, text);
        return text;
    }

    private static MalformedRequestException malformed(String field) {
        return new MalformedRequestException(
                field,
                "not-a-value",
                "Give a text, a number, a flag, a list of texts or an amount with its currency.",
                "请填写文本、数字、布尔值、文本列表或带币种的金额。");
    }
}
