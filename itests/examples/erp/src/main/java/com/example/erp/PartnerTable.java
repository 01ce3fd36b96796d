package com.example.erp;

import io.guanxi.crm.platform.persistence.Jdbc;

/** The ERP's copy of the customers. */
final class PartnerTable {

    private final Jdbc jdbc;

    PartnerTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the partner, unless what is there is of the same version or a later one. */
    void keep(Partner partner) {
        if (update(partner) == 0 && !knows(partner.customerId())) {
            insert(partner);
        }
    }

    boolean knows(long customerId) {
        return jdbc.first(
                        "SELECT 1 FROM ERP_PARTNER WHERE CUSTOMER_ID = ?",
                        statement -> statement.setLong(1, customerId),
                        row -> true)
                .isPresent();
    }

    private int update(Partner partner) {
        String sql = "UPDATE ERP_PARTNER SET CODE = ?, NAME = ?, ARCHIVED = ?, VERSION = ?"
                + " WHERE CUSTOMER_ID = ? AND VERSION < ?";
        return jdbc.update(sql, statement -> {
            statement.setString(1, partner.code());
            statement.setString(2, partner.name());
            statement.setInt(3, partner.archived() ? 1 : 0);
            statement.setLong(4, partner.version());
            statement.setLong(5, partner.customerId());
            statement.setLong(6, partner.version());
        });
    }

    private void insert(Partner partner) {
        String sql = "INSERT INTO ERP_PARTNER (CUSTOMER_ID, CODE, NAME, ARCHIVED, VERSION) VALUES (?, ?, ?, ?, ?)";
        jdbc.update(sql, statement -> {
            statement.setLong(1, partner.customerId());
            statement.setString(2, partner.code());
            statement.setString(3, partner.name());
            statement.setInt(4, partner.archived() ? 1 : 0);
            statement.setLong(5, partner.version());
        });
    }
}
