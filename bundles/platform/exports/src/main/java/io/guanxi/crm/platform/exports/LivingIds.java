package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.persistence.Jdbc;

/** All ids of a table, in their order. */
public final class LivingIds implements IdBatches {

    private final Jdbc jdbc;
    private final String sql;
    private long last = Long.MIN_VALUE;

    /** @param select of the ids, ending in {@code WHERE} and further conditions with {@code AND} */
    public LivingIds(Jdbc jdbc, String select) {
        this.jdbc = jdbc;
        this.sql = select + " ID > ? ORDER BY ID FETCH FIRST " + SIZE + " ROWS ONLY";
    }

    @Override
    public long[] next() {
        long[] ids = jdbc.list(sql, s -> s.setLong(1, last), row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (ids.length > 0) {
            last = ids[ids.length - 1];
        }
        return ids;
    }
}
