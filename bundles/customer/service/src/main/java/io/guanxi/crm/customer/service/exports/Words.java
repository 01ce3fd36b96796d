package io.guanxi.crm.customer.service.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as imports read them. */
final class Words {

    private Words() {}

    /** A constant by its name on the wire. */
    static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Blank where nothing is known, as imports have it. */
    static @Nullable String sex(String constant) {
        return constant.equals("UNKNOWN") ? null : code(constant);
    }

    static @Nullable String birthday(ResultSet row) throws SQLException {
        String date = row.getString("BIRTHDAY");
        return date == null ? null : (row.getInt("BIRTHDAY_LUNAR") != 0 ? "lunar " + date : date);
    }
}
