package io.guanxi.crm.platform.views.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.views.ViewData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a view may hold. */
final class ViewRules {

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_QUICK = 20;
    private static final int CODE = 120;
    private static final int TEXT = 200;
    private static final int FILTER = 4000;

    private ViewRules() {}

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming every field that is wrong */
    static ViewData clean(ViewData data) {
        FieldErrors errors = new FieldErrors();
        ViewData clean = new ViewData(
                errors.required("list", data.list(), 60),
                errors.required("name", data.name(), 60),
                data.shared(),
                columns(data.columns(), errors),
                text("q", data.q(), TEXT, errors),
                text("filter", data.filter(), FILTER, errors),
                text("sort", data.sort(), TEXT, errors),
                quick(data.quick(), errors));
        errors.throwIfAny();
        return clean;
    }

    private static String text(String field, String value, int max, FieldErrors errors) {
        return errors.lines(field, Optional.of(value), max).orElse("");
    }

    private static List<String> columns(List<String> columns, FieldErrors errors) {
        if (columns.size() > MOST_COLUMNS) {
            errors.add("columns", "too-many", "At most 200 columns are allowed.", "最多 200 列。");
            return List.of();
        }
        for (int i = 0; i < columns.size(); i++) {
            errors.required("columns[" + i + "]", columns.get(i), CODE);
        }
        return columns;
    }

    private static Map<String, String> quick(Map<String, String> quick, FieldErrors errors) {
        if (quick.size() > MOST_QUICK) {
            errors.add("quick", "too-many", "At most 20 filters are allowed.", "最多 20 个快捷筛选。");
            return Map.of();
        }
        Map<String, String> clean = new TreeMap<>();
        quick.forEach((name, value) -> {
            errors.required("quick", name, CODE);
            errors.line("quick." + name, Optional.of(value), TEXT).ifPresent(text -> clean.put(name, text));
        });
        return clean;
    }
}
