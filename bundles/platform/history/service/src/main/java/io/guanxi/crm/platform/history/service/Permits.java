package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acts that say why something of the trail is missing. They count only once they have been found in the chain as sealed. */
final class Permits {

    /** In the detail of {@link ActKind#RETIRED}: acts of reading up to this position are no longer kept. */
    static final String UP_TO = "upTo";

    /** In the detail of {@link ActKind#ERASED}: the ids of the changes. */
    static final String ENTRIES = "entries";

    private static final Pattern NAMED = Pattern.compile("\"" + ENTRIES + "\":\\[([^]]*)]");
    private static final Pattern BOUND = Pattern.compile("\"" + UP_TO + "\":\"([0-9]{1,18})\"");

    private final Map<Long, List<String>> erased = new HashMap<>();
    private final Map<Long, Long> retired = new HashMap<>();
    private final Set<Long> sealed = new HashSet<>();

    private Permits() {}

    static Permits read(Jdbc jdbc) {
        Permits permits = new Permits();
        jdbc.list(
                "SELECT ID, KIND, DETAIL FROM CRM_HISTORY_ACT WHERE KIND IN (?, ?)",
                statement -> {
                    statement.setString(1, ActKind.ERASED.name());
                    statement.setString(2, ActKind.RETIRED.name());
                },
                row -> {
                    long id = row.getLong("ID");
                    if (row.getString("KIND").equals(ActKind.ERASED.name())) {
                        permits.erased.put(id, entries(Rows.optionalText(row, "DETAIL")));
                    } else {
                        permits.retired.put(id, bound(Rows.optionalText(row, "DETAIL")));
                    }
                    return id;
                });
        return permits;
    }

    private static long bound(Optional<String> detail) {
        Matcher matcher = BOUND.matcher(detail.orElse(""));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static List<String> entries(Optional<String> detail) {
        Matcher matcher = NAMED.matcher(detail.orElse(""));
        return matcher.find() ? List.of(matcher.group(1).split(",", -1)) : List.of();
    }

    /** This entry is in the chain as it is. */
    void sealed(Entry entry) {
        if (entry.source() == Source.ACT) {
            sealed.add(entry.id());
        }
    }

    /** How often values of this entry were erased; known once everything has been read. */
    long erasures(long entry) {
        String id = "\"" + entry + "\"";
        return erased.entrySet().stream()
                .filter(act -> sealed.contains(act.getKey()) && act.getValue().contains(id))
                .count();
    }

    /** True once everything has been read, where acts of reading up to this position needn't be there. */
    boolean retired(long position) {
        return retired.entrySet().stream().anyMatch(act -> act.getValue() >= position && sealed.contains(act.getKey()));
    }
}
