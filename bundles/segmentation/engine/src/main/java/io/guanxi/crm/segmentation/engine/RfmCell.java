package io.guanxi.crm.segmentation.engine;

/**
 * A cell of the grid that has customers.
 *
 * @param amount what they bought for, in ten-thousandths of the currency
 */
public record RfmCell(int r, int f, int m, int customers, long amount) {}
