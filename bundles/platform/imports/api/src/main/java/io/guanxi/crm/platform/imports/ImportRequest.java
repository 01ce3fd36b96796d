package io.guanxi.crm.platform.imports;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What to do with a file.
 *
 * @param charset empty: detected
 */
public record ImportRequest(
        String type, String fileName, ImportMode mode, RowPolicy policy, boolean dryRun, Optional<Charset> charset) {}
