package io.guanxi.crm.segmentation;

import io.guanxi.crm.customer.CustomerId;
import java.math.BigDecimal;

/** Where the page before ended. */
public record RfmPosition(BigDecimal revenue, CustomerId customer) {}
