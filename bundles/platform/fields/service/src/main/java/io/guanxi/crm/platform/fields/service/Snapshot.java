package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All custom fields at one time.
 *
 * @param version of the definitions; each change raises it
 * @param all by record type and order, retired ones included
 */
record Snapshot(long version, List<CustomField> all, Map<String, List<CustomField>> active) {

    static Snapshot of(long version, List<CustomField> all) {
        Map<String, List<CustomField>> active = all.stream()
                .filter(field -> !field.retired())
                .collect(Collectors.groupingBy(
                        CustomField::recordType, Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
        return new Snapshot(version, List.copyOf(all), Map.copyOf(active));
    }

    List<CustomField> active(String recordType) {
        return active.getOrDefault(recordType, List.of());
    }

    List<CustomField> all(String recordType) {
        return all.stream()
                .filter(field -> field.recordType().equals(recordType))
                .toList();
    }

    Optional<CustomField> find(long id) {
        return all.stream().filter(field -> field.id() == id).findFirst();
    }

    Optional<CustomField> indexing() {
        return all.stream().filter(CustomField::indexing).findFirst();
    }
}
