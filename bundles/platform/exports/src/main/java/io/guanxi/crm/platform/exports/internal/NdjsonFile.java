package io.guanxi.crm.platform.exports.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Newline-delimited JSON. */
public final class NdjsonFile implements RowWriter {

    private final JsonGenerator json;
    private final String[] names;

    public NdjsonFile(OutputStream out, List<String> header) throws IOException {
        this.json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.names = header.toArray(String[]::new);
    }

    @Override
    public void write(ExportRow row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            write(names[i], row.get(i));
        }
        json.writeEndObject();
    }

    private void write(String name, @Nullable Object cell) throws IOException {
        if (cell instanceof Boolean flag) {
            json.writeBooleanField(name, flag);
        } else if (cell instanceof Long || cell instanceof Integer) {
            json.writeNumberField(name, ((Number) cell).longValue());
        } else if (cell != null) {
            json.writeStringField(name, CellText.of(cell));
        }
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
