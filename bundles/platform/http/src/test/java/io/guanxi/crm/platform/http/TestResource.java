package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A small resource of the kind modules have. */
@Path("things")
@Produces(MediaType.APPLICATION_JSON)
public class TestResource {

    /** A colour. */
    public enum Colour {
        DEEP_RED,
        BLUE
    }

    /** A part of a thing. */
    public record Part(String name, Optional<String> email) {}

    /** A thing. */
    public record Thing(
            String id,
            long version,
            String name,
            Optional<Colour> colour,
            Optional<BigDecimal> price,
            Optional<LocalDate> day,
            Optional<Instant> at,
            List<Part> parts) {}

    static final Thing STORED = new Thing(
            "7",
            3,
            "张伟 \uD83D\uDE00",
            Optional.of(Colour.DEEP_RED),
            Optional.of(new BigDecimal("1E+3")),
            Optional.of(LocalDate.parse("2026-03-01")),
            Optional.empty(),
            List.of(new Part("wheel", Optional.empty())));

    @GET
    public Page<Thing> list(@QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        Paging paging = Paging.of(limit, after);
        return Page.of(List.of(STORED, STORED), paging, thing -> thing, last -> Cursor.encode("things", last.id()));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        Ids.inPath(id);
        return Response.ok(STORED).tag(ETags.of(STORED.version())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Thing echo(Thing thing) {
        return thing;
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, Json.MERGE_PATCH})
    public Thing patch(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        ETags.require(ifMatch, STORED.version());
        return MergePatch.apply(STORED, patch, Thing.class, "id", "version");
    }

    @GET
    @Path("fail/{how}")
    public Map<String, String> fail(@PathParam("how") String how) throws SQLException {
        switch (how) {
            case "crm" -> throw new ForbiddenException();
            case "value" -> throw new InvalidValueException("name", "too-long", "Too long.", "过长。");
            case "away" -> throw new UnavailableException("customer", Duration.ofSeconds(2));
            case "unique" ->
                throw new IllegalStateException(new SQLIntegrityConstraintViolationException("secret detail", "23505"));
            case "lost" -> throw new SQLException("secret detail", "08006");
            case "other" -> throw new OtherException();
            default -> throw new IllegalStateException("secret detail");
        }
    }

    private static final class OtherException extends CrmException {

        private static final long serialVersionUID = 1L;

        OtherException() {
            super("other", "Another rule.", "另一条规则。");
        }
    }
}
