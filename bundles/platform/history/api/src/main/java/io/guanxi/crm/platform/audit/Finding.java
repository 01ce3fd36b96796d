package io.guanxi.crm.platform.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * A place where the trail is not what was sealed.
 *
 * @param seal number of the seal
 * @param position in the chain
 * @param entry id of the change or act
 * @param recordType what the entry says now, where it is there
 * @param recordId likewise
 */
public record Finding(
        Kind kind,
        Optional<Long> seal,
        Optional<Long> position,
        Optional<Long> entry,
        Optional<String> recordType,
        Optional<Long> recordId) {

    /** What was done to it. */
    public enum Kind {
        /** An entry, or one of its fields, holds something else. */
        EDITED,
        /** An entry or a seal is gone. */
        DELETED,
        /** An entry is there that was never written as entries are. */
        INSERTED,
        /** The entries of a seal are in another order. */
        REORDERED,
        /** Digests or hashes were exchanged, so that entries may be others. */
        REPLACED,
        /** The end is missing: the anchors know a later seal. */
        CUT
    }

    /** Of a seal. */
    public static Finding ofSeal(Kind kind, long seal) {
        return new Finding(
                kind, Optional.of(seal), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One line for people. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.name().toLowerCase(Locale.ROOT));
        position.ifPresent(p -> text.append(" at position ").append(p));
        seal.ifPresent(s -> text.append(" in seal ").append(s));
        entry.ifPresent(e -> text.append(", entry ").append(e));
        recordType.ifPresent(type -> text.append(", ").append(type));
        recordId.ifPresent(id -> text.append(' ').append(id));
        return text.toString();
    }
}
