package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.MalformedRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in: the body itself, or the part {@code file} of a form. Parts before it are parameters; the file is read as a
 * stream, so parts behind it are not.
 */
record Upload(InputStream file, Optional<String> fileName, Map<String, String> fields) {

    private static final int FIELD = 200_000;

    static Upload of(InputStream body, @Nullable String contentType) throws IOException {
        String type = Optional.ofNullable(contentType).orElse("");
        if (!type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            return new Upload(body, Optional.empty(), Map.of());
        }
        MultipartStream parts = new MultipartStream(body, MultipartStream.boundary(type));
        Map<String, String> fields = new HashMap<>();
        for (Optional<MultipartStream.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().fileName().isPresent() || part.get().name().equals("file")) {
                return new Upload(part.get().content(), part.get().fileName(), fields);
            }
            byte[] value = part.get().content().readNBytes(FIELD);
            fields.put(part.get().name(), new String(value, StandardCharsets.UTF_8));
        }
        throw new MalformedRequestException("file", "required", "The form has no file.", "表单中没有文件。");
    }

    /** The form's field, else the query's parameter. */
    @Nullable String or(String name, @Nullable String query) {
        return Optional.ofNullable(fields.get(name)).orElse(query);
    }
}
