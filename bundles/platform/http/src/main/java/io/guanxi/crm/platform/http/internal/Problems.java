package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as problem documents in the reader's language, never with anything from inside. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Response answer(Throwable failure, Asked asked) {
        Locale locale = asked.locale();
        Verdict verdict = Verdict.on(failure);
        Optional<String> errorId = Optional.empty();
        if (verdict.status() >= 500 && verdict.retryAfter().isEmpty()) {
            String id = UUID.randomUUID().toString();
            LOG.error("request for {} failed, error id {}", asked.path(), id, failure);
            errorId = Optional.of(id);
        }
        Problem problem = new Problem(
                "urn:guanxi-crm:problem:" + verdict.code(),
                Titles.of(verdict.status()).in(locale),
                verdict.status(),
                verdict.detail().map(text -> text.in(locale)),
                asked.instance(),
                fields(verdict, locale),
                errorId);
        Response.ResponseBuilder answer =
                Response.status(verdict.status()).type(Json.PROBLEM).entity(problem);
        verdict.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    /** For statuses that the JAX-RS runtime or a resource chose itself. */
    static Response answer(Response chosen, Asked asked) {
        Locale locale = asked.locale();
        Text title = Titles.of(chosen.getStatus());
        Problem problem = new Problem(
                "about:blank",
                title.in(locale),
                chosen.getStatus(),
                Optional.empty(),
                asked.instance(),
                Optional.empty(),
                Optional.empty());
        return Response.fromResponse(chosen).type(Json.PROBLEM).entity(problem).build();
    }

    private static Optional<List<Problem.Field>> fields(Verdict verdict, Locale locale) {
        return verdict.errors().isEmpty()
                ? Optional.empty()
                : Optional.of(verdict.errors().stream()
                        .map(e -> new Problem.Field(
                                e.field(), e.code(), e.message().in(locale)))
                        .toList());
    }
}
