package io.guanxi.crm.platform.imports;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * What to do with a file.
 *
 * @param charset empty: detected
 * @param mapping column code by header of the file, blank for a column to be left out; headers not named here are known by
 *     code and label
 */
public record ImportRequest(
        String type,
        String fileName,
        ImportMode mode,
        RowPolicy policy,
        boolean dryRun,
        Optional<Charset> charset,
        Map<String, String> mapping) {

    public ImportRequest {
        mapping = Map.copyOf(mapping);
    }

    public ImportRequest(
            String type,
            String fileName,
            ImportMode mode,
            RowPolicy policy,
            boolean dryRun,
            Optional<Charset> charset) {
        this(type, fileName, mode, policy, dryRun, charset, Map.of());
    }
}
