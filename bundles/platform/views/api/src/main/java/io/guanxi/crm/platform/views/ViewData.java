package io.guanxi.crm.platform.views;

import java.util.List;
import java.util.Map;

/**
 * A list as somebody likes to see it.
 *
 * @param list which one: the type of its records, such as {@code customer}
 * @param shared true where everybody sees the view
 * @param columns codes in order; none for those a list has from the start
 * @param q text that is looked for; empty for none. So are {@code filter}, in the language of filters, and {@code sort}
 * @param quick values of the list's own filters by their names
 */
public record ViewData(
        String list,
        String name,
        boolean shared,
        List<String> columns,
        String q,
        String filter,
        String sort,
        Map<String, String> quick) {

    public ViewData {
        columns = List.copyOf(columns);
        quick = Map.copyOf(quick);
    }
}
