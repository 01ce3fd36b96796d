package io.guanxi.crm.platform.query.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A piece of SQL under construction, with the values of its parameters in order. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** The piece to begin with; a value for each {@code ?} in it. */
    public static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    public Sql add(String piece, Object... values) {
        text.append(piece);
        Collections.addAll(parameters, values);
        return this;
    }

    public Sql add(Sql piece) {
        text.append(piece.text);
        parameters.addAll(piece.parameters);
        return this;
    }

    /** A copy of a piece that begins with FROM, which reads these tables too; they have no parameters. */
    Sql reading(String tables) {
        Sql copy = copy();
        if (!tables.isEmpty()) {
            copy.text.insert(where(), tables + " ");
        }
        return copy;
    }

    // the WHERE of the piece itself, not that of a table that is a query
    private int where() {
        String sql = text.toString();
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(c) && sql.startsWith("WHERE ", i + 1)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no WHERE in " + text);
    }

    /** A copy that can be continued by itself. */
    public Sql copy() {
        return new Sql().add(this);
    }

    public String text() {
        return text.toString();
    }

    /** Sets all parameters, from the first on. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    @Override
    public String toString() {
        return text + " " + parameters;
    }
}
