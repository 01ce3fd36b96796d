package io.guanxi.crm.segmentation;

import java.util.OptionalInt;

/** Which scores; an absent one is any. */
public record RfmFilter(OptionalInt r, OptionalInt f, OptionalInt m) {

    /** Everybody. */
    public static final RfmFilter ALL = new RfmFilter(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
