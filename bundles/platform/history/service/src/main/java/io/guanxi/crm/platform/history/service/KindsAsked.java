package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Operand;
import io.guanxi.crm.platform.query.Operator;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which kinds a filter leaves: where none of a table's is among them, the table isn't searched for what it can't have. */
final class KindsAsked {

    private KindsAsked() {}

    /** Names of constants; none where the filter doesn't say. */
    static Set<String> of(ListQuery query) {
        Set<String> kinds = new HashSet<>();
        query.filter().ifPresent(filter -> collect(filter, kinds));
        return kinds;
    }

    private static void collect(Filter filter, Set<String> kinds) {
        if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> collect(part, kinds));
        } else if (filter instanceof Filter.Comparison one
                && one.field().code().equals("kind")
                && (one.operator() == Operator.EQUAL || one.operator() == Operator.IN)) {
            for (Operand operand : one.operands()) {
                if (operand instanceof Operand.Words words) {
                    kinds.add(words.text().toUpperCase(Locale.ROOT).replace('-', '_'));
                }
            }
        }
    }

    static boolean some(Set<String> kinds, Class<? extends Enum<?>> constants) {
        return kinds.isEmpty()
                || Arrays.stream(constants.getEnumConstants()).map(Enum::name).anyMatch(kinds::contains);
    }
}
