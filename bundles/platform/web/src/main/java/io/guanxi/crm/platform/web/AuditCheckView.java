package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.JobFailure;
import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A check of the trail on the wire.
 *
 * @param progress 0 to 1
 * @param result of one that is done
 */
public record AuditCheckView(
        String id,
        String state,
        double progress,
        Instant startedAt,
        String startedBy,
        Optional<Instant> finishedAt,
        Optional<JobFailure> error,
        Optional<VerificationView> result) {

    private static final Text BROKE_OFF = new Text("The check broke off; the log tells why.", "校验意外中断，原因见日志。");
    private static final Map<String, Text> ERRORS =
            Map.of("interrupted", new Text("The server went down meanwhile. Check again.", "校验期间服务器停止，请重新校验。"));

    static AuditCheckView of(AuditCheck check, Locale locale) {
        return new AuditCheckView(
                Ids.toText(check.id()),
                check.state().name(),
                check.progress(),
                check.startedAt(),
                check.startedBy(),
                check.finishedAt(),
                check.errorCode()
                        .map(code -> new JobFailure(
                                code, ERRORS.getOrDefault(code, BROKE_OFF).in(locale))),
                check.result().map(VerificationView::of));
    }
}
