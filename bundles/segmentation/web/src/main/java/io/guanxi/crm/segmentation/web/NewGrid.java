package io.guanxi.crm.segmentation.web;

import java.util.Optional;

/** A grid to be kept; five bins where none are given. */
public record NewGrid(Optional<String> name, Optional<Integer> bins, Optional<String> currency) {}
