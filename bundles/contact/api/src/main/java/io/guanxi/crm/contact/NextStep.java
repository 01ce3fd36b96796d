package io.guanxi.crm.contact;

import java.time.LocalDate;

/** What was agreed to happen next, and when. */
public record NextStep(LocalDate at, String what) {}
