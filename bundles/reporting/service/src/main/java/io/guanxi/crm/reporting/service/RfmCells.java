package io.guanxi.crm.reporting.service;

import io.guanxi.crm.reporting.CustomersByRfmCell;
import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.transaction.Money;
import java.util.ArrayList;
import java.util.List;

/** Adds the cells of a grid up over the monetary score. */
final class RfmCells {

    private RfmCells() {}

    static CustomersByRfmCell of(RfmResult result) {
        List<CustomersByRfmCell.Cell> cells = new ArrayList<>();
        for (int r = result.bins(); r >= 1; r--) {
            for (int f = 1; f <= result.bins(); f++) {
                cells.add(sum(result, r, f));
            }
        }
        return new CustomersByRfmCell(result.asOf(), result.bins(), result.currency(), cells);
    }

    private static CustomersByRfmCell.Cell sum(RfmResult result, int r, int f) {
        long customers = 0;
        Money revenue = SalesColumns.money(0, result.currency());
        for (RfmResult.Cell cell : result.cells()) {
            if (cell.r() == r && cell.f() == f) {
                customers += cell.customers();
                revenue = revenue.plus(cell.revenue());
            }
        }
        return new CustomersByRfmCell.Cell(r, f, customers, revenue);
    }
}
