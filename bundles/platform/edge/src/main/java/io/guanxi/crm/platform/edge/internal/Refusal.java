package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.idempotency.RequestInFlightException;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** An answer of the edge itself, as problem document (RFC 9457) in the reader's language. */
record Refusal(
        int status, String code, Text title, Text detail, List<FieldError> errors, Optional<Duration> retryAfter) {

    private static final Duration SOON = Duration.ofSeconds(1);

    static Refusal addressTooLong(int limit) {
        return tooLong(
                414,
                new Text("Address too long", "地址过长"),
                new Text("The address is longer than " + limit + " bytes.", "请求地址超过 " + limit + " 字节。"));
    }

    static Refusal headersTooLong(int limit) {
        return tooLong(
                431,
                new Text("Headers too long", "请求头过长"),
                new Text("The headers are longer than " + limit + " bytes.", "请求头超过 " + limit + " 字节。"));
    }

    static Refusal malformedAddress() {
        return new Refusal(
                400,
                "malformed-address",
                new Text("Malformed request", "请求格式有误"),
                new Text("The address holds characters that don't belong into one.", "请求地址包含不允许的字符。"),
                List.of(),
                Optional.empty());
    }

    static Refusal unknownCharset() {
        return new Refusal(
                415,
                "unknown-charset",
                new Text("Unsupported body", "不支持的内容类型"),
                new Text("Send the body in UTF-8.", "请使用 UTF-8 编码。"),
                List.of(),
                Optional.empty());
    }

    private static Refusal tooLong(int status, Text title, Text detail) {
        return new Refusal(status, "too-long", title, detail, List.of(), Optional.empty());
    }

    static Refusal overloaded() {
        return of(new UnavailableException(
                "overloaded", "Too much to do right now. Please try again.", "当前请求过多，请稍后重试。", SOON));
    }

    static Refusal busy() {
        return of(new UnavailableException("CRM", Duration.ofSeconds(2)));
    }

    static Refusal notFound() {
        return new Refusal(
                404,
                "not-found",
                new Text("Not found", "未找到"),
                new Text("There is nothing at this address.", "该地址没有内容。"),
                List.of(),
                Optional.empty());
    }

    static Refusal noSuchMethod() {
        return new Refusal(
                405,
                "method-not-allowed",
                new Text("Method not allowed", "不支持该方法"),
                new Text("This method is not supported.", "不支持此请求方法。"),
                List.of(),
                Optional.empty());
    }

    static Refusal internalError(String errorId) {
        return new Refusal(
                500,
                "internal-error",
                new Text("Internal error", "内部错误"),
                new Text("Something went wrong on our side; error id " + errorId + ".", "系统内部出错，错误编号 " + errorId + "。"),
                List.of(),
                Optional.empty());
    }

    static Refusal of(CrmException e) {
        if (e instanceof NotSignedInException) {
            return of(401, e, new Text("Not signed in", "未登录"), Optional.empty());
        } else if (e instanceof ForbiddenException || e instanceof ForgedRequestException) {
            return of(403, e, new Text("Not allowed", "没有权限"), Optional.empty());
        } else if (e instanceof TooManyRequestsException many) {
            return of(429, e, new Text("Too many requests", "请求过于频繁"), Optional.of(many.retryAfter()));
        } else if (e instanceof UnavailableException away) {
            return of(503, e, new Text("Unavailable for a moment", "暂时不可用"), Optional.of(away.retryAfter()));
        } else if (e instanceof BadKeyException) {
            return of(400, e, new Text("Malformed request", "请求格式有误"), Optional.empty());
        } else if (e instanceof RequestInFlightException) {
            return of(409, e, new Text("Conflict", "冲突"), Optional.of(SOON));
        }
        return of(422, e, new Text("Refused", "请求被拒绝"), Optional.empty());
    }

    private static Refusal of(int status, CrmException e, Text title, Optional<Duration> retryAfter) {
        return new Refusal(status, e.code(), title, e.text(), e.errors(), retryAfter);
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Collections.list(request.getLocales()).stream()
                .filter(l -> l.getLanguage().equals("zh") || l.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
        response.setStatus(status);
        retryAfter.ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        if (status == 401 && isProgram(request)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Guanxi CRM\", charset=\"UTF-8\"");
        }
        byte[] document = json(instance(request, response), locale).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/problem+json");
        response.setContentLength(document.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(document);
        }
    }

    // A browser would cover our sign-in page with its own dialogue.
    private static boolean isProgram(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") == null
                && Doorman.cookie(request, Doorman.CSRF_COOKIE).isEmpty();
    }

    // The same as in the log, in the header and in the documents of the modules.
    private static String instance(HttpServletRequest request, HttpServletResponse response) {
        String id = response.getHeader(Passage.REQUEST_ID);
        return id == null ? request.getRequestURI() : "urn:guanxi-crm:request:" + id;
    }

    private String json(String instance, Locale locale) {
        return "{\"type\":\"urn:guanxi-crm:problem:" + code + "\",\"title\":" + quoted(title.in(locale))
                + ",\"status\":" + status + ",\"detail\":" + quoted(detail.in(locale)) + ",\"instance\":"
                + quoted(instance)
                + fields(locale) + "}";
    }

    private String fields(Locale locale) {
        return errors.isEmpty()
                ? ""
                : errors.stream()
                        .map(error -> "{\"field\":" + quoted(error.field()) + ",\"code\":" + quoted(error.code())
                                + ",\"message\":" + quoted(error.message().in(locale)) + "}")
                        .collect(Collectors.joining(",", ",\"errors\":[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
