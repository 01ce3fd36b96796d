package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What Jackson refused, in words for the caller: the field and the rule, nothing of our classes. */
public final class JsonFailures {

    private JsonFailures() {}

    public static MalformedRequestException toException(JsonProcessingException e) {
        if (e instanceof TextDeserializer.RefusedValueException refused) {
            return new MalformedRequestException(refused.at(path(refused.getPath())));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new MalformedRequestException(
                    path(unknown.getPath()), "unknown-field", "There is no such field.", "没有此字段。");
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return unknownConstant(format);
        }
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof JsonProcessingException)) {
            return mismatch(mapping);
        }
        return malformed(e);
    }

    private static MalformedRequestException unknownConstant(InvalidFormatException e) {
        String words = Arrays.stream(e.getTargetType().getEnumConstants())
                .map(constant -> Names.onTheWire((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        return new MalformedRequestException(FieldError.of(
                path(e.getPath()), "unknown-value", "Give one of: " + words + ".", "请填写以下之一：" + words + "。"));
    }

    private static MalformedRequestException mismatch(JsonMappingException e) {
        String field = path(e.getPath());
        return field.isEmpty()
                ? notTheForm()
                : new MalformedRequestException(
                        field, "wrong-type", "The value is missing or of another type.", "缺少值或类型不符。");
    }

    static MalformedRequestException notTheForm() {
        return new MalformedRequestException(
                "unexpected-form", "The document does not have the expected form.", "文档结构与要求不符。");
    }

    private static MalformedRequestException malformed(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return new MalformedRequestException(
                    "too-complex", "The document is nested too deeply or has too long parts.", "文档嵌套过深或部分内容过长。");
        }
        JsonLocation location = e.getLocation();
        String en = location == null
                ? ""
                : " See line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        String zh = location == null ? "" : "请检查第 " + location.getLineNr() + " 行第 " + location.getColumnNr() + " 列。";
        return new MalformedRequestException("malformed-json", "This is not well-formed JSON." + en, "JSON 格式有误。" + zh);
    }

    static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
