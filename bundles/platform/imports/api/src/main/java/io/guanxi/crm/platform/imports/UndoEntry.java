package io.guanxi.crm.platform.imports;

import java.util.Optional;

/**
 * A record that an import wrote.
 *
 * @param version what it was after the write
 * @param before what the record was; empty where the import created it
 */
public record UndoEntry(long record, long version, Optional<String> before) {}
