package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.http.FileAnswer;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.Params;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/**
 * The answer to a list's URL that was asked for as a file. A resource method for it is annotated with {@link #CSV}, {@link
 * #XLSX} and {@link #NDJSON}, so that whoever takes anything gets JSON.
 */
public final class ExportResponse {

    public static final String CSV = ExportFormat.CSV_TYPE + ";qs=0.3";
    public static final String XLSX = ExportFormat.XLSX_TYPE + ";qs=0.2";
    public static final String NDJSON = ExportFormat.NDJSON_TYPE + ";qs=0.1";

    private ExportResponse() {}

    /**
     * Streams the records in the format that {@code Accept} prefers. The header row, {@code ?header=}, is {@code label}, in the
     * language of {@code Accept-Language}, or {@code code}.
     */
    public static Response of(ExportSource source, IdBatches batches, HttpHeaders headers, UriInfo uri) {
        String header = Params.oneOf("header", uri.getQueryParameters().getFirst("header"), "label", "code");
        Optional<Locale> labels = header.equals("code")
                ? Optional.empty()
                : Optional.of(Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        ExportFormat format = format(headers);
        Export export = Export.of(source, batches);
        FileAnswer file = new FileAnswer(source.type(), out -> export.writeTo(out, format, labels));
        return Response.ok(file)
                .type(format == ExportFormat.CSV ? format.mediaType() + ";charset=utf-8" : format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(source, format) + "\"")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    private static String name(ExportSource source, ExportFormat format) {
        return source.type() + "-" + LocalDate.now(Clock.systemUTC()) + "." + format.extension();
    }

    private static ExportFormat format(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Arrays.stream(ExportFormat.values())
                        .filter(format -> MediaType.valueOf(format.mediaType()).isCompatible(accepted)))
                .findFirst()
                .orElse(ExportFormat.CSV);
    }
}
