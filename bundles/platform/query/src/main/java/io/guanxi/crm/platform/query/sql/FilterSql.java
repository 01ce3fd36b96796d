package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.Operand;
import io.guanxi.crm.platform.query.Operator;
import java.util.List;

/** A filter as a condition. */
public final class FilterSql {

    private final Columns columns;
    private final SqlDialect dialect;

    public FilterSql(Columns columns, SqlDialect dialect) {
        this.columns = columns;
        this.dialect = dialect;
    }

    /** The condition, in brackets. */
    public Sql of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        } else if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        Column column = columns.of(comparison.field());
        return column instanceof Column.Own own
                ? own(own, comparison.operator(), comparison.operands())
                : beside((Column.Beside) column, comparison.operator(), comparison.operands());
    }

    private Sql joined(List<Filter> parts, String word) {
        Sql sql = Sql.of("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : word).add(of(parts.get(i)));
        }
        return sql.add(")");
    }

    private Sql own(Column.Own column, Operator operator, List<Operand> operands) {
        Condition condition = new Condition(column.sql(), column.storage(), column.key(), column.folded(), dialect);
        return switch (operator) {
            case NOT_EQUAL, OUT -> {
                Sql equal = condition.of(Operator.IN, operands);
                yield column.nullable()
                        ? Sql.of("(" + column.sql() + " IS NULL OR NOT ")
                                .add(equal)
                                .add(")")
                        : Sql.of("(NOT ").add(equal).add(")");
            }
            case IS_NULL -> Sql.of("(" + column.sql() + (isTrue(operands) ? " IS NULL)" : " IS NOT NULL)"));
            default -> condition.of(operator, operands);
        };
    }

    private Sql beside(Column.Beside column, Operator operator, List<Operand> operands) {
        Condition condition = new Condition("P." + column.column(), column.storage(), text -> text, false, dialect);
        return switch (operator) {
            case NOT_EQUAL, OUT -> exists(column, true, condition.of(Operator.IN, operands));
            case IS_NULL -> exists(column, isTrue(operands), Sql.of("P." + column.column() + " IS NOT NULL"));
            default -> exists(column, false, condition.of(operator, operands));
        };
    }

    // An index over the values is asked once for all records; without one each record's own few rows are looked at.
    private static Sql exists(Column.Beside column, boolean not, Sql condition) {
        Sql rows = Sql.of(" FROM " + column.table() + " P WHERE ");
        if (!column.condition().isBlank()) {
            rows.add(column.condition(), column.values().toArray()).add(" AND ");
        }
        rows.add(condition);
        String owner = "P." + column.owner();
        return column.searched()
                ? Sql.of("(" + column.record() + (not ? " NOT" : "") + " IN (SELECT " + owner)
                        .add(rows)
                        .add("))")
                : Sql.of("(" + (not ? "NOT " : "") + "EXISTS (SELECT 1")
                        .add(rows)
                        .add(" AND " + owner + " = " + column.record() + "))");
    }

    private static boolean isTrue(List<Operand> operands) {
        return operands.get(0) instanceof Operand.Flag flag && flag.value();
    }
}
