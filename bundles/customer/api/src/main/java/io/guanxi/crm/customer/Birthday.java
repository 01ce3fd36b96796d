package io.guanxi.crm.customer;

import java.time.LocalDate;

/**
 * A date of birth.
 *
 * @param date always the solar date
 * @param lunar true where the person celebrates by the lunar calendar
 */
public record Birthday(LocalDate date, boolean lunar) {}
