package io.guanxi.crm.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Members of JSON objects whose names are free. */
final class Members {

    private Members() {}

    /** Those that are given: null is none, in a new record as in a patch. */
    static <V> Map<String, V> given(Map<String, V> members) {
        Map<String, V> given = new TreeMap<>();
        members.forEach((name, value) -> Optional.ofNullable(value).ifPresent(one -> given.put(name, one)));
        return given;
    }
}
