package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guanxi.crm.platform.views.ListView;
import io.guanxi.crm.platform.views.ViewData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be written of a view; of the view of somebody else {@code default} alone. */
public record ViewBody(
        Optional<String> list,
        Optional<String> name,
        Optional<Boolean> shared,
        @JsonProperty("default") Optional<Boolean> standard,
        List<String> columns,
        Optional<String> q,
        Optional<String> filter,
        Optional<String> sort,
        Map<String, String> quick) {

    static ViewBody of(ListView view) {
        ViewData data = view.data();
        return new ViewBody(
                Optional.of(data.list()),
                Optional.of(data.name()),
                Optional.of(data.shared()),
                Optional.of(view.standard()),
                data.columns(),
                text(data.q()),
                text(data.filter()),
                text(data.sort()),
                data.quick());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    ViewData toData() {
        return new ViewData(
                list.orElse(""),
                name.orElse(""),
                shared.orElse(false),
                columns,
                q.orElse(""),
                filter.orElse(""),
                sort.orElse(""),
                Members.given(quick));
    }
}
