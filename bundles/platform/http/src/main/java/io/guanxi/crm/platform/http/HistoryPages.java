package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.HistoryQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list {@code …/history} of any record: newest first. */
public final class HistoryPages {

    private static final ObjectMapper JSON = new ObjectMapper(); // meets trees alone, no types of any bundle
    private static final int MOST_FIELDS = 50;

    private HistoryPages() {}

    /** What was done, by whom, and which fields differ since. */
    public record ChangeView(String id, Instant at, String by, ChangeKind action, List<FieldView> fields) {

        static ChangeView of(ChangeEntry entry) {
            return new ChangeView(
                    Ids.toText(entry.id()),
                    entry.change().at(),
                    entry.change().by(),
                    entry.change().kind(),
                    entry.change().fields().stream().map(FieldView::of).toList());
        }
    }

    /** A field's value before and after, each absent where there was none. */
    public record FieldView(String field, Optional<JsonNode> before, Optional<JsonNode> after) {

        static FieldView of(FieldChange change) {
            return new FieldView(
                    change.field(),
                    change.before().map(FieldView::tree),
                    change.after().map(FieldView::tree));
        }

        private static JsonNode tree(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("unreadable history", e);
            }
        }
    }

    /**
     * A page of a record's history.
     *
     * @param fields the parameter of this name: changes of these fields alone, separated by commas
     */
    public static Page<ChangeView> page(
            ChangeHistory history,
            String recordType,
            long record,
            @Nullable String fields,
            @Nullable String limit,
            @Nullable String after) {
        Paging paging = Paging.of(limit, after);
        String list = "history:" + recordType + ":" + record;
        HistoryQuery query = new HistoryQuery(
                recordType,
                record,
                names(fields),
                paging.position(list, 2).map(HistoryPages::position),
                paging.readAhead());
        return Page.of(history.list(query), paging, ChangeView::of, last -> cursor(list, last));
    }

    private static String cursor(String list, ChangeEntry last) {
        return Cursor.encode(list, Long.toString(last.change().at().toEpochMilli()), Ids.toText(last.id()));
    }

    private static HistoryQuery.Position position(List<String> values) {
        return new HistoryQuery.Position(
                Instant.ofEpochMilli(Long.parseLong(values.get(0))), Ids.inField("after", values.get(1)));
    }

    private static List<String> names(@Nullable String fields) {
        List<String> names = Params.text("fields", fields).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MOST_FIELDS) {
            throw new MalformedRequestException(
                    "fields",
                    "too-many",
                    "At most " + MOST_FIELDS + " fields are allowed.",
                    "最多 " + MOST_FIELDS + " 个字段。");
        }
        return names;
    }
}
