package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Share;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Holder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is let in on which customer, until when. */
final class ShareTable {

    private static final long NEVER = Long.MAX_VALUE;
    private static final String THESE = "SELECT CUSTOMER_ID, HOLDER, WRITABLE, ENDS_AT FROM "
            + KeyQuery.table("CRM_CUSTOMER_SHARE", "CRM_CUSTOMER_SHARE_PK") + "WHERE CUSTOMER_ID";

    private final Jdbc jdbc;

    ShareTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these customers that one of the holders is let in on. */
    Set<CustomerId> shared(Collection<CustomerId> customers, Set<String> holders, boolean toWrite, Instant now) {
        Set<CustomerId> shared = new HashSet<>();
        if (customers.isEmpty() || holders.isEmpty()) {
            return shared;
        }
        List<Long> ids = customers.stream().map(CustomerId::value).toList();
        jdbc.with(connection -> {
            KeyQuery.visit(connection, THESE, ids, row -> {
                if (holders.contains(row.getString("HOLDER"))
                        && row.getLong("ENDS_AT") > now.toEpochMilli()
                        && (!toWrite || row.getInt("WRITABLE") == 1)) {
                    shared.add(new CustomerId(row.getLong("CUSTOMER_ID")));
                }
            });
            return 0;
        });
        return shared;
    }

    List<Share> of(CustomerId customer, Instant now) {
        return jdbc.list(
                "SELECT HOLDER, WRITABLE, ENDS_AT, CREATED_AT, CREATED_BY FROM CRM_CUSTOMER_SHARE"
                        + " WHERE CUSTOMER_ID = ? AND ENDS_AT > ? ORDER BY HOLDER DESC",
                s -> {
                    s.setLong(1, customer.value());
                    Rows.setInstant(s, 2, now);
                },
                ShareTable::share);
    }

    /** What a holder is let in on, by customer. */
    Map<CustomerId, Share> of(Holder holder) {
        Map<CustomerId, Share> shares = new LinkedHashMap<>();
        jdbc.list(
                        "SELECT CUSTOMER_ID, HOLDER, WRITABLE, ENDS_AT, CREATED_AT, CREATED_BY FROM CRM_CUSTOMER_SHARE"
                                + " WHERE HOLDER = ? ORDER BY CUSTOMER_ID",
                        s -> s.setString(1, holder.key()),
                        row -> Map.entry(new CustomerId(row.getLong("CUSTOMER_ID")), share(row)))
                .forEach(entry -> shares.put(entry.getKey(), entry.getValue()));
        return shares;
    }

    void deleteAll(Holder holder) {
        jdbc.update("DELETE FROM CRM_CUSTOMER_SHARE WHERE HOLDER = ?", s -> s.setString(1, holder.key()));
    }

    void replace(CustomerId customer, Share share) {
        delete(customer, share.holder());
        jdbc.update(
                "INSERT INTO CRM_CUSTOMER_SHARE (CUSTOMER_ID, HOLDER, WRITABLE, ENDS_AT, CREATED_AT, CREATED_BY)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, customer.value());
                    s.setString(2, share.holder().key());
                    s.setInt(3, share.writable() ? 1 : 0);
                    s.setLong(4, share.until().map(Instant::toEpochMilli).orElse(NEVER));
                    Rows.setInstant(s, 5, share.createdAt());
                    s.setString(6, share.createdBy());
                });
    }

    void delete(CustomerId customer, Holder holder) {
        jdbc.update("DELETE FROM CRM_CUSTOMER_SHARE WHERE CUSTOMER_ID = ? AND HOLDER = ?", s -> {
            s.setLong(1, customer.value());
            s.setString(2, holder.key());
        });
    }

    private static Share share(ResultSet row) throws SQLException {
        String[] holder = row.getString("HOLDER").split(":", 2);
        long until = row.getLong("ENDS_AT");
        return new Share(
                new Holder(Holder.Kind.valueOf(holder[0].toUpperCase(Locale.ROOT)), Long.parseLong(holder[1])),
                row.getInt("WRITABLE") == 1,
                until == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"));
    }
}
