package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a source has done. It goes into the certificate: never a value of the person.
 *
 * @param lines what there was none of is left out
 */
public record Erased(List<Line> lines) {

    /** Nothing was there. */
    public static final Erased NOTHING = new Erased(List.of());

    public Erased {
        lines = List.copyOf(lines);
    }

    /** What became of records. */
    public enum Deed {
        /** The records are gone. */
        DELETED,
        /** The records are there, without what told of the person. */
        EMPTIED,
        /** The records are there as they were. */
        KEPT
    }

    /**
     * What became of the records of one type.
     *
     * @param what such as {@code person} or {@code import-reject}
     * @param why given for what was not deleted
     */
    public record Line(Deed deed, String what, Text label, long count, Optional<Text> why) {}

    public static Builder builder() {
        return new Builder();
    }

    /** Collects lines. */
    public static final class Builder {

        private final List<Line> lines = new ArrayList<>();

        private Builder() {}

        public Builder deleted(String what, Text label, long count) {
            return add(new Line(Deed.DELETED, what, label, count, Optional.empty()));
        }

        public Builder emptied(String what, Text label, long count, Text why) {
            return add(new Line(Deed.EMPTIED, what, label, count, Optional.of(why)));
        }

        public Builder kept(String what, Text label, long count, Text why) {
            return add(new Line(Deed.KEPT, what, label, count, Optional.of(why)));
        }

        private Builder add(Line line) {
            if (line.count > 0) {
                lines.add(line);
            }
            return this;
        }

        public Erased build() {
            return new Erased(lines);
        }
    }
}
