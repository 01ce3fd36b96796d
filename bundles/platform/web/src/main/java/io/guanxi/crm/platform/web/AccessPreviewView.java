package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.AccessPreview;
import io.guanxi.crm.platform.security.FieldRight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody may do, on the wire.
 *
 * @param reached how many records of a type they reach
 */
public record AccessPreviewView(
        String name,
        List<String> roles,
        Optional<String> departmentId,
        boolean enabled,
        List<Rights> rights,
        Map<String, Long> reached) {

    /**
     * How far each action on records of a type reaches.
     *
     * @param fields those they are kept from
     */
    public record Rights(String type, LabelView label, Map<String, String> actions, List<Limit> fields) {}

    /** What can be done with a field. */
    public record Limit(String field, LabelView label, FieldRight right) {}

    static AccessPreviewView of(AccessPreview preview) {
        return new AccessPreviewView(
                preview.name(),
                preview.roles().stream().sorted().toList(),
                preview.department().map(Ids::toText),
                preview.enabled(),
                preview.rights().stream().map(AccessPreviewView::rights).toList(),
                new TreeMap<>(preview.reached()));
    }

    private static List<Limit> limits(AccessPreview.Rights rights) {
        Map<String, FieldRight> limits = rights.fields().limits();
        return rights.type().fields().stream()
                .flatMap(field -> Optional.ofNullable(limits.get(field.code()))
                        .map(right -> new Limit(field.code(), LabelView.of(field.label()), right))
                        .stream())
                .toList();
    }

    private static Rights rights(AccessPreview.Rights rights) {
        Map<String, String> actions = new TreeMap<>();
        rights.actions().forEach((action, reach) -> actions.put(action.name().toLowerCase(Locale.ROOT), reach.code()));
        return new Rights(rights.type().code(), LabelView.of(rights.type().label()), actions, limits(rights));
    }
}
