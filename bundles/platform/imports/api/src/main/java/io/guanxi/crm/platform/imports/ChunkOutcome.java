package io.guanxi.crm.platform.imports;

import java.util.List;

/** What became of a chunk; counts are records, rejections are rows. */
public record ChunkOutcome(int created, int updated, int unchanged, List<Rejection> rejections) {}
