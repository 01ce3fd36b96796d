package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.http.Positioned;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Files on their way into the records. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ImportsResource {

    private static final String LIST = "imports";
    private static final String CONFLICTS = "conflicts";
    private static final String CSV = ExportFormat.CSV_TYPE;
    private static final String XLSX = ExportFormat.XLSX_TYPE;

    private final Neighbour<Imports> imports;
    private final long uploadMaxBytes;

    ImportsResource(Neighbour<Imports> imports, long uploadMaxBytes) {
        this.imports = imports;
        this.uploadMaxBytes = uploadMaxBytes;
    }

    @GET
    @Path("types")
    @Operation(summary = "What can be imported, with the columns of each type")
    public Page<ImportTypeView> types() {
        List<ImportTypeView> types =
                imports.get().targets().stream().map(ImportTypeView::of).toList();
        return new Page<>(types, Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes({CSV, XLSX, "text/plain", "application/octet-stream", MediaType.MULTIPART_FORM_DATA})
    @Operation(
            summary = "Import a file",
            description =
                    "CSV or XLSX as the body, or as part \"file\" of a form whose parts before it may give the same"
                            + " parameters; it is read as a stream. A mapping is a JSON object of headers and column codes.")
    @ApiResponse(
            responseCode = "202",
            description = "the import is queued",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(
            @QueryParam("type") @Nullable String type,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("charset") @Nullable String charset,
            @QueryParam("rows") @Nullable String rows,
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("mapping") @Nullable String mapping,
            @HeaderParam("Content-Length") @Nullable String length,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Upload upload = Upload.of(UploadLimit.on(body, length, uploadMaxBytes), contentType);
        ImportRequest request = request(
                upload,
                upload.or("type", type),
                Params.text("fileName", upload.or("fileName", fileName)).or(upload::fileName),
                Params.constant("mode", upload.or("mode", mode), ImportMode.class)
                        .orElse(ImportMode.UPSERT),
                Params.constant("rows", upload.or("rows", rows), RowPolicy.class)
                        .orElse(RowPolicy.WHOLE),
                Params.flag("dryRun", upload.or("dryRun", dryRun), false),
                charset,
                mapping);
        ImportJob job = imports.get().start(request, upload.file());
        return accepted(
                job, uri.getAbsolutePathBuilder().path(Ids.toText(job.id())).build(), language);
    }

    @POST
    @Path("preview")
    @Consumes({CSV, XLSX, "text/plain", "application/octet-stream", MediaType.MULTIPART_FORM_DATA})
    @Operation(
            summary = "What a file looks like",
            description =
                    "Nothing is written: character set, separator, headers and what they may mean, the first rows and"
                            + " what is wrong with them.")
    public PreviewView preview(
            @QueryParam("type") @Nullable String type,
            @QueryParam("charset") @Nullable String charset,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("rows") @Nullable String rows,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("limit") @Nullable String limit,
            @HeaderParam("Content-Length") @Nullable String length,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Accept-Language") @Nullable String language,
            InputStream body)
            throws IOException {
        Upload upload = Upload.of(UploadLimit.on(body, length, uploadMaxBytes), contentType);
        ImportRequest request = request(
                upload,
                upload.or("type", type),
                upload.fileName(),
                Params.constant("mode", upload.or("mode", mode), ImportMode.class)
                        .orElse(ImportMode.UPSERT),
                Params.constant("rows", upload.or("rows", rows), RowPolicy.class)
                        .orElse(RowPolicy.WHOLE),
                true,
                charset,
                mapping);
        int shown = Params.integer("limit", upload.or("limit", limit), 10, 1, 100);
        return PreviewView.of(imports.get().preview(request, shown, upload.file()), Language.of(language));
    }

    private static ImportRequest request(
            Upload upload,
            @Nullable String type,
            Optional<String> fileName,
            ImportMode mode,
            RowPolicy policy,
            boolean dryRun,
            @Nullable String charset,
            @Nullable String mapping) {
        return new ImportRequest(
                Params.text("type", type)
                        .orElseThrow(() -> new MalformedRequestException(
                                "type", "required", "Say what the file holds.", "请说明文件内容的类型。")),
                fileName.orElse("upload.csv"),
                mode,
                policy,
                dryRun,
                charset(upload.or("charset", charset)),
                MappingParam.of(upload.or("mapping", mapping)));
    }

    private static Response accepted(ImportJob job, URI location, @Nullable String language) {
        return Response.status(Response.Status.ACCEPTED)
                .location(location)
                .entity(ImportView.of(job, Language.of(language)))
                .build();
    }

    @POST
    @Path("{id}/undo")
    @Operation(
            summary = "Take an import back",
            description = "What it created is archived or cancelled, what it updated gets its values from before, where"
                    + " nobody changed it since. The import tells how it goes.")
    @ApiResponse(
            responseCode = "202",
            description = "the undo is queued",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response undo(
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        ImportJob job = imports.get().undo(find(id).id());
        URI location = uri.getBaseUriBuilder()
                .path(ImportsResource.class)
                .path(Ids.toText(job.id()))
                .build();
        return accepted(job, location, language);
    }

    @GET
    @Path("{id}/conflicts")
    @Operation(summary = "The records that an undo left as they are")
    public Page<ConflictView> conflicts(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        ImportJob job = find(id);
        Locale locale = Language.of(language);
        return Positioned.page(
                CONFLICTS,
                limit,
                after,
                (position, most) -> imports.get().conflicts(job.id(), position, most),
                conflict -> ConflictView.of(conflict, locale));
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Page<ImportView> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Locale locale = Language.of(language);
        return NumberedPage.of(
                LIST,
                limit,
                after,
                (before, most) -> imports.get().list(before, most),
                job -> ImportView.of(job, locale),
                job -> job.id());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How an import goes")
    public ImportView get(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return ImportView.of(find(id), Language.of(language));
    }

    @GET
    @Path("{id}/rejects")
    @Produces(CSV)
    @Operation(
            summary = "The rejected rows as CSV",
            description =
                    "Their cells as they stand in the file, and line, column, code and message of what is wrong; the file"
                            + " can be corrected and imported.")
    @ApiResponse(responseCode = "200", description = "the rows", content = @Content(mediaType = CSV))
    public Response rejects(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        ImportJob job = find(id);
        Locale locale = Language.of(language);
        StreamingOutput rows = out -> RejectsCsv.write(imports.get(), job.id(), locale, out);
        return Response.ok(rows)
                .type(CSV + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rejects-" + job.id() + ".csv\"")
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel an import", description = "What was written stays, and can be undone.")
    @ApiResponse(responseCode = "204", description = "it stops after its current chunk, or is over")
    public Response cancel(@PathParam("id") String id) {
        imports.get().cancel(find(id).id());
        return Response.noContent().build();
    }

    private ImportJob find(String id) {
        return imports.get()
                .find(Ids.inPath(id))
                .orElseThrow(() -> new NotFoundException("unknown-import", "There is no such import.", "没有该导入任务。"));
    }

    private static Optional<Charset> charset(@Nullable String name) {
        return Params.text("charset", name).filter(text -> !text.equals("auto")).map(text -> {
            try {
                return Charset.forName(text);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new MalformedRequestException(
                        "charset",
                        "unknown-charset",
                        "Give a charset such as UTF-8 or GB18030.",
                        "请填写编码，例如 UTF-8 或 GB18030。");
            }
        });
    }
}
