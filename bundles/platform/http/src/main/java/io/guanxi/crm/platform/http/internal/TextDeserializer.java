package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.guanxi.crm.platform.problem.FieldError;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value from a JSON string, and from nothing else. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parser;

    TextDeserializer(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw new RefusedValueException(
                    in, handledType(), FieldError.of("", "not-a-text", "Give a JSON string here.", "此处应为 JSON 字符串。"));
        }
        try {
            return parser.apply(in.getText());
        } catch (Parsers.NotParsedException e) {
            throw new RefusedValueException(in, handledType(), e.at(""));
        }
    }

    /** A refused value with what to tell the caller; Jackson adds the path while it passes. */
    static final class RefusedValueException extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private final transient FieldError error;

        RefusedValueException(JsonParser in, Class<?> type, FieldError error) {
            super(in, error.code(), type);
            this.error = error;
        }

        FieldError at(String field) {
            return new FieldError(field, error.code(), error.message());
        }
    }
}
