package io.guanxi.crm.transaction.service.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Purchases of CDs in 1997 and 1998, each an order of its own, also where a customer came twice on one day. What was paid
 * is given as a whole: the price of one CD is rounded up to the cent, the rest is discount. A purchase of nothing is a
 * free one.
 */
record Cdnow(Path customers, Path orders) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static Cdnow write(Path raw, Path folder) throws IOException {
        Cdnow files = new Cdnow(folder.resolve("cdnow-customers.csv"), folder.resolve("cdnow-orders.csv"));
        Set<String> seen = new TreeSet<>();
        List<String> lines = Files.readAllLines(raw);
        try (CsvWriter customers = CsvWriter.builder().build(files.customers);
                CsvWriter orders = CsvWriter.builder().build(files.orders)) {
            customers.writeRecord("外部编号", "名称", "类型");
            orders.writeRecord("订单号", "客户外部编号", "下单时间", "币种", "产品", "数量", "单价", "折扣");
            int number = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.strip().split("\\s+", -1);
                String customer = "cdnow-" + cells[0];
                if (seen.add(customer)) {
                    customers.writeRecord(customer, "CDNOW " + cells[0], "个人");
                }
                BigDecimal count = new BigDecimal(cells[2]);
                BigDecimal paid = new BigDecimal(cells[3]);
                BigDecimal price = paid.divide(count, 2, RoundingMode.UP).max(CENT);
                orders.writeRecord(
                        "CDNOW-" + ++number,
                        customer,
                        cells[1].substring(0, 4) + "-" + cells[1].substring(4, 6) + "-" + cells[1].substring(6),
                        "USD",
                        "CD",
                        cells[2],
                        price.toPlainString(),
                        price.multiply(count).subtract(paid).toPlainString());
            }
        }
        return files;
    }
}
