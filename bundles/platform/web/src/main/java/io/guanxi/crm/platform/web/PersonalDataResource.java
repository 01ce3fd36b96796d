package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Language;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a person, for them to have. */
@Path("personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "personal-data")
public class PersonalDataResource {

    private final Neighbour<PersonalData> data;
    private final Clock clock;

    PersonalDataResource(Neighbour<PersonalData> data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @GET
    @Path("{type}/{id}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv;qs=0.3", "application/zip;qs=0.2"})
    @Operation(
            summary = "Everything that is kept of a person",
            description =
                    "type is person, or customer for one that is a person or a household; format is json, csv, or zip with"
                            + " both. That it was exported is left in the audit trail.")
    @ApiResponse(
            responseCode = "200",
            description = "the file",
            content = @Content(schema = @Schema(implementation = PersonalDocument.class)))
    public Response export(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String format,
            @HeaderParam("Accept-Language") @Nullable String language)
            throws IOException {
        String wanted = Params.oneOf("format", format, "json", "csv", "zip");
        Subject subject = new Subject(type, Ids.inPath(id));
        Locale locale = Language.of(language);
        List<PersonalValue> values = new ArrayList<>();
        data.get().export(subject, values::add);
        PersonalFile file = new PersonalFile(PersonalDocument.of(subject, clock.instant(), values), locale);
        return Response.ok(file.bytes(wanted), PersonalFile.mediaType(wanted))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + PersonalFile.name(subject) + "." + wanted + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
