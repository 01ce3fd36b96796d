package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An erasure on the wire; labels are in the reader's language.
 *
 * @param state {@code running} or {@code done}
 * @param hash SHA-256 of the certificate, once there is one
 */
public record ErasureView(
        String id,
        AuditEntryView.RecordView subject,
        String state,
        String reason,
        Instant askedAt,
        String askedBy,
        Optional<Instant> finishedAt,
        Optional<String> hash,
        List<PartView> parts) {

    /**
     * What one source has to do, or did.
     *
     * @param state {@code waiting}, {@code away}, {@code retrying}, {@code done} or {@code skipped}
     */
    public record PartView(
            String source,
            String label,
            String state,
            int attempts,
            Optional<Instant> doneAt,
            Optional<String> problem,
            List<DeedView> did) {}

    /**
     * What became of some records.
     *
     * @param deed {@code deleted}, {@code emptied} or {@code kept}
     */
    public record DeedView(String deed, String what, String label, long count, Optional<String> why) {

        static DeedView of(Erased.Line line, Locale locale) {
            return new DeedView(
                    word(line.deed()),
                    line.what(),
                    line.label().in(locale),
                    line.count(),
                    line.why().map(why -> why.in(locale)));
        }
    }

    static ErasureView of(Erasure erasure, Locale locale) {
        return new ErasureView(
                Ids.toText(erasure.id()),
                new AuditEntryView.RecordView(
                        erasure.subject().type(),
                        Optional.of(Ids.toText(erasure.subject().id()))),
                word(erasure.state()),
                erasure.reason(),
                erasure.askedAt(),
                erasure.askedBy(),
                erasure.finishedAt(),
                erasure.hash(),
                erasure.parts().stream()
                        .map(part -> new PartView(
                                part.source(),
                                part.label().in(locale),
                                word(part.state()),
                                part.attempts(),
                                part.doneAt(),
                                part.problem(),
                                part.did().lines().stream()
                                        .map(line -> DeedView.of(line, locale))
                                        .toList()))
                        .toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
