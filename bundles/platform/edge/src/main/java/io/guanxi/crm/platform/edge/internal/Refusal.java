package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** An answer of the edge itself, as problem document (RFC 9457) in the reader's language. */
record Refusal(int status, String code, Text title, Text detail, Optional<Duration> retryAfter) {

    static Refusal busy() {
        return of(new UnavailableException("CRM", Duration.ofSeconds(2)));
    }

    static Refusal notFound() {
        return new Refusal(
                404,
                "not-found",
                new Text("Not found", "未找到"),
                new Text("There is nothing at this address.", "该地址没有内容。"),
                Optional.empty());
    }

    static Refusal noSuchMethod() {
        return new Refusal(
                405,
                "method-not-allowed",
                new Text("Method not allowed", "不支持该方法"),
                new Text("This method is not supported.", "不支持此请求方法。"),
                Optional.empty());
    }

    static Refusal internalError(String errorId) {
        return new Refusal(
                500,
                "internal-error",
                new Text("Internal error", "内部错误"),
                new Text("Something went wrong on our side; error id " + errorId + ".", "系统内部出错，错误编号 " + errorId + "。"),
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
        }
        return of(422, e, new Text("Refused", "请求被拒绝"), Optional.empty());
    }

    private static Refusal of(int status, CrmException e, Text title, Optional<Duration> retryAfter) {
        return new Refusal(status, e.code(), title, e.text(), retryAfter);
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
        byte[] document = json(request.getRequestURI(), locale).getBytes(StandardCharsets.UTF_8);
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

    private String json(String path, Locale locale) {
        return "{\"type\":\"urn:guanxi-crm:problem:" + code + "\",\"title\":" + quoted(title.in(locale))
                + ",\"status\":" + status + ",\"detail\":" + quoted(detail.in(locale)) + ",\"instance\":" + quoted(path)
                + "}";
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
