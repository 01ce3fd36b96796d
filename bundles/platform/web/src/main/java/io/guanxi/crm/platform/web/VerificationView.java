package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a check on the wire.
 *
 * @param found number of all findings, of which a thousand are listed
 */
public record VerificationView(
        Instant at,
        boolean untouched,
        long entries,
        long seals,
        long anchors,
        long erased,
        long retired,
        Optional<SealView> head,
        long found,
        List<FindingView> findings) {

    /** One place that is not as it was sealed. */
    public record FindingView(
            String kind,
            Optional<Long> seal,
            Optional<Long> position,
            Optional<String> entry,
            Optional<AuditEntryView.RecordView> record) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.kind().name().toLowerCase(Locale.ROOT),
                    finding.seal(),
                    finding.position(),
                    finding.entry().map(Ids::toText),
                    AuditEntryView.RecordView.of(finding.recordType(), finding.recordId()));
        }
    }

    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.at(),
                verification.isUntouched(),
                verification.entries(),
                verification.seals(),
                verification.anchors(),
                verification.erased(),
                verification.retired(),
                verification.head().map(SealView::of),
                verification.found(),
                verification.findings().stream().map(FindingView::of).toList());
    }
}
