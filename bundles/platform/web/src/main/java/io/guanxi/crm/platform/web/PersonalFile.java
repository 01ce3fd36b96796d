package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.FileHeader;
import io.guanxi.crm.platform.exports.RowWriter;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.problem.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.ws.rs.core.MediaType;

/** A person's data as JSON, as a table, or both in an archive. Cells are never live formulas. */
final class PersonalFile {

    private static final ObjectMapper JSON = new ObjectMapper(); // meets trees alone, no types of any bundle
    private static final List<Text> HEADER = List.of(
            new Text("Section", "部分"),
            new Text("Record type", "记录类型"),
            new Text("Record", "记录"),
            new Text("Field", "字段代码"),
            new Text("Name", "字段"),
            new Text("Value", "值"));

    private final PersonalDocument document;
    private final Locale locale;

    PersonalFile(PersonalDocument document, Locale locale) {
        this.document = document;
        this.locale = locale;
    }

    static String mediaType(String format) {
        return switch (format) {
            case "csv" -> ExportFormat.CSV_TYPE + ";charset=utf-8";
            case "zip" -> "application/zip";
            default -> MediaType.APPLICATION_JSON + ";charset=utf-8";
        };
    }

    static String name(Subject subject) {
        return "personal-data-" + subject.type() + "-" + subject.id();
    }

    byte[] bytes(String format) throws IOException {
        return switch (format) {
            case "csv" -> csv();
            case "zip" -> zip();
            default -> json();
        };
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("personal-data.json"));
            zip.write(json());
            zip.putNextEntry(new ZipEntry("personal-data.csv"));
            zip.write(csv());
        }
        return out.toByteArray();
    }

    private byte[] csv() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileHeader header =
                FileHeader.of(HEADER.stream().map(text -> text.in(locale)).toList());
        try (RowWriter file = ExportFormat.CSV.open(out, header, "personal-data")) {
            for (PersonalDocument.Item item : document.values()) {
                file.write(ExportRow.of(
                        item.section().toText().in(locale),
                        item.type(),
                        item.record(),
                        item.field(),
                        item.label().toText().in(locale),
                        item.value()));
            }
        }
        return out.toByteArray();
    }

    private byte[] json() throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        ObjectNode subject = tree.putObject("subject");
        subject.put("type", document.subject().type());
        subject.put("id", document.subject().id().orElse(""));
        tree.put("exportedAt", document.exportedAt().toString());
        ArrayNode values = tree.putArray("values");
        for (PersonalDocument.Item item : document.values()) {
            ObjectNode value = values.addObject();
            put(value.putObject("section"), item.section().toText());
            value.put("type", item.type());
            value.put("record", item.record());
            value.put("field", item.field());
            put(value.putObject("label"), item.label().toText());
            value.put("value", item.value());
        }
        return JSON.writeValueAsBytes(tree);
    }

    private static void put(ObjectNode tree, Text text) {
        tree.put("en", text.en());
        tree.put("zh", text.zh());
    }
}
