package io.guanxi.crm.platform.http.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;

/** How long and how deep a JSON body may be, the same for all modules. */
public final class JsonLimits {

    /** Unless configured: a body of 1 MiB, 64 levels, numbers of 100 digits, names of 256 characters. */
    static final JsonLimits USUAL = new JsonLimits(1 << 20, 64, 100, 1 << 20, 256, 200_000);

    private static volatile JsonLimits current = USUAL;

    private final int maxBytes;
    private final JsonFactory factory;

    public JsonLimits(int maxBytes, int maxDepth, int maxDigits, int maxText, int maxName, int maxTokens) {
        this.maxBytes = maxBytes;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(maxDigits)
                        .maxStringLength(maxText)
                        .maxNameLength(maxName)
                        .maxTokenCount(maxTokens)
                        .build())
                .build();
    }

    static JsonLimits current() {
        return current;
    }

    public static void use(JsonLimits limits) {
        current = limits;
    }

    public static void useUsual() {
        current = USUAL;
    }

    int maxBytes() {
        return maxBytes;
    }

    JsonFactory factory() {
        return factory;
    }

    JsonParser parser(InputStream body) throws IOException {
        return factory.createParser(new LimitedStream(body, maxBytes));
    }
}
