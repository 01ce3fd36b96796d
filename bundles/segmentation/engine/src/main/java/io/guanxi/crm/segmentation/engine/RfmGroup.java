package io.guanxi.crm.segmentation.engine;

/**
 * The eight classic classes: each of recency, frequency and monetary value is either high or low. A score is high where it
 * is above the middle of the scale, {@code score > (bins + 1) / 2}: 4 and 5 of five, 3 and 4 of four, 2 of two.
 */
public enum RfmGroup {
    CHAMPIONS("champions", true, true, true, "Champions", "重要价值客户"),
    PROMISING("promising", true, false, true, "Promising big spenders", "重要发展客户"),
    SLIPPING("slipping", false, true, true, "Slipping big spenders", "重要保持客户"),
    LAPSED("lapsed", false, false, true, "Lapsed big spenders", "重要挽留客户"),
    REGULARS("regulars", true, true, false, "Regulars", "一般价值客户"),
    NEWCOMERS("newcomers", true, false, false, "Newcomers", "一般发展客户"),
    FADING("fading", false, true, false, "Fading regulars", "一般保持客户"),
    LOST("lost", false, false, false, "Lost", "一般挽留客户");

    private final String code;
    private final boolean recent;
    private final boolean frequent;
    private final boolean valuable;
    private final String en;
    private final String zh;

    RfmGroup(String code, boolean recent, boolean frequent, boolean valuable, String en, String zh) {
        this.code = code;
        this.recent = recent;
        this.frequent = frequent;
        this.valuable = valuable;
        this.en = en;
        this.zh = zh;
    }

    /** The class of a cell of a grid with so many bins. */
    public static RfmGroup of(int r, int f, int m, int bins) {
        for (RfmGroup group : values()) {
            if (group.recent == high(r, bins) && group.frequent == high(f, bins) && group.valuable == high(m, bins)) {
                return group;
            }
        }
        throw new IllegalStateException("the eight classes cover every cell");
    }

    /** Stable name for other systems. */
    public String code() {
        return code;
    }

    /** Name in English. */
    public String en() {
        return en;
    }

    /** Name in Chinese. */
    public String zh() {
        return zh;
    }

    private static boolean high(int score, int bins) {
        return 2 * score > bins + 1;
    }
}
