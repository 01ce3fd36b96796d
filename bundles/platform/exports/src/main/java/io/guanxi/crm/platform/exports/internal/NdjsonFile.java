package io.guanxi.crm.platform.exports.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.FileHeader;
import io.guanxi.crm.platform.exports.RowWriter;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.http.CustomJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Newline-delimited JSON. */
public final class NdjsonFile implements RowWriter {

    private final JsonGenerator json;
    private final String[] names;
    private final Set<String> custom;

    public NdjsonFile(OutputStream out, FileHeader header) throws IOException {
        this.json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.names = header.names().subList(0, header.ownWidth()).toArray(String[]::new);
        this.custom = Set.copyOf(header.custom());
    }

    @Override
    public void write(ExportRow row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            write(names[i], row.get(i));
        }
        write(row.custom());
        json.writeEndObject();
    }

    /** As the REST interface has them. */
    private void write(CustomValues values) throws IOException {
        Map<String, JsonNode> members = CustomJson.write(values);
        members.keySet().retainAll(custom);
        if (!members.isEmpty()) {
            json.writeObjectFieldStart("custom");
            for (Map.Entry<String, JsonNode> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                json.writeRawValue(member.getValue().toString());
            }
            json.writeEndObject();
        }
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
