package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.segmentation.engine.RfmScores;
import java.time.Instant;

/** Scores, and when they were computed. */
record Scored(RfmScores scores, Instant computedAt) {}
