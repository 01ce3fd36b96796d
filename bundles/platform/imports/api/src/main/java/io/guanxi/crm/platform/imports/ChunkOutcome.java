package io.guanxi.crm.platform.imports;

import java.util.ArrayList;
import java.util.List;

/** What became of a chunk; counts are records, rejections are rows. */
public record ChunkOutcome(int created, int updated, int unchanged, List<Rejection> rejections) {

    public ChunkOutcome {
        rejections = List.copyOf(rejections);
    }

    /** Adds up an outcome record by record. */
    public static final class Builder {

        private final List<Rejection> rejections = new ArrayList<>();
        private int created;
        private int updated;
        private int unchanged;

        public void created() {
            created++;
        }

        public void updated() {
            updated++;
        }

        public void unchanged() {
            unchanged++;
        }

        public void reject(Rejection rejection) {
            rejections.add(rejection);
        }

        public ChunkOutcome build() {
            return new ChunkOutcome(created, updated, unchanged, rejections);
        }
    }
}
