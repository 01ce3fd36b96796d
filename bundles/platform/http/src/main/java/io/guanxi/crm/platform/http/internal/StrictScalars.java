package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.guanxi.crm.platform.http.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

/** Times, dates, decimals and texts: each is a JSON string of one form. */
final class StrictScalars extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StrictScalars() {
        super("strict-scalars");
        text(Instant.class, Parsers::instant);
        text(LocalDate.class, Parsers::date);
        text(LocalTime.class, Parsers::time);
        text(YearMonth.class, Parsers::month);
        text(ZoneId.class, Parsers::zone);
        addSerializer(BigDecimal.class, new PlainDecimal());
        addDeserializer(BigDecimal.class, new TextDeserializer<>(BigDecimal.class, Parsers::decimal));
        addDeserializer(String.class, new TextDeserializer<>(String.class, StrictScalars::clean));
    }

    private <T> void text(Class<T> type, Function<String, T> parser) {
        addSerializer(type, new ToStringSerializer(type));
        addDeserializer(type, new TextDeserializer<>(type, parser));
    }

    private static String clean(String text) {
        if (!Texts.isClean(text)) {
            throw new Parsers.NotParsedException(
                    "invalid-characters", "The text holds characters that are not text.", "内容包含非文本字符。");
        }
        return text;
    }

    private static final class PlainDecimal extends StdScalarSerializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }
}
