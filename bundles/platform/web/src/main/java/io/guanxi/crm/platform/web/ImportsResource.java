package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Cursor;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Paging;
import io.guanxi.crm.platform.http.Params;
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
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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
    private static final String CSV = "text/csv";

    private final Neighbour<Imports> imports;
    private final long uploadMaxBytes;

    ImportsResource(Neighbour<Imports> imports, long uploadMaxBytes) {
        this.imports = imports;
        this.uploadMaxBytes = uploadMaxBytes;
    }

    @POST
    @Consumes({CSV, "text/plain", "application/octet-stream"})
    @Operation(summary = "Import a file", description = "The file is the body; it is read as a stream.")
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
            @HeaderParam("Content-Length") @Nullable String length,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri,
            InputStream file)
            throws IOException {
        ImportRequest request = new ImportRequest(
                Params.text("type", type)
                        .orElseThrow(() -> new MalformedRequestException(
                                "type", "required", "Say what the file holds.", "请说明文件内容的类型。")),
                Params.text("fileName", fileName).orElse("upload.csv"),
                Params.constant("mode", mode, ImportMode.class).orElse(ImportMode.UPSERT),
                Params.constant("rows", rows, RowPolicy.class).orElse(RowPolicy.WHOLE),
                Params.flag("dryRun", dryRun, false),
                charset(charset));
        ImportJob job = imports.get().start(request, UploadLimit.on(file, length, uploadMaxBytes));
        return Response.status(Response.Status.ACCEPTED)
                .location(
                        uri.getAbsolutePathBuilder().path(Ids.toText(job.id())).build())
                .entity(ImportView.of(job, Language.of(language)))
                .build();
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Page<ImportView> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Paging paging = Paging.of(limit, after);
        Optional<Long> before = paging.position(LIST, 1).map(values -> Long.valueOf(values.get(0)));
        Locale locale = Language.of(language);
        return Page.of(
                imports.get().list(before, paging.readAhead()),
                paging,
                job -> ImportView.of(job, locale),
                last -> Cursor.encode(LIST, Ids.toText(last.id())));
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
    @Operation(summary = "The rejected rows, as CSV with line, column, code and message")
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
    @Operation(summary = "Cancel an import", description = "What was written stays.")
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
