package io.guanxi.crm.platform.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ExportTest {

    @Before
    public void signIn() {
        Callers.bind(Caller.system("test"));
    }

    @After
    public void signOut() {
        Callers.bind(null);
    }

    @Test
    public void writesCsvAsTheStandardHasIt() throws IOException {
        String csv = text(file(new Things(2), ExportFormat.CSV, Optional.of(Locale.SIMPLIFIED_CHINESE)));

        assertThat(csv)
                .isEqualTo("\uFEFF名称,价格,日期,时间,件数,合格\r\n"
                        + "\"'=张 \"\"1\"\"\",-1000,2026-03-01,2026-03-01T08:30:00Z,1,true\r\n"
                        + ",-1000,2026-03-01,2026-03-01T08:30:00Z,2,true\r\n");
    }

    @Test
    public void namesColumnsByCodeWhereAskedTo() throws IOException {
        assertThat(text(file(new Things(0), ExportFormat.CSV, Optional.empty())))
                .isEqualTo("\uFEFFname,price,made,at,pieces,good\r\n");
    }

    @Test
    public void writesAnObjectALine() throws IOException {
        String[] lines = text(file(new Things(2), ExportFormat.NDJSON, Optional.of(Locale.ENGLISH)))
                .split("\n");
        JsonNode first = new ObjectMapper().readTree(lines[0]);

        assertThat(lines).hasSize(2);
        assertThat(first.toString())
                .isEqualTo("{\"name\":\"=张 \\\"1\\\"\",\"price\":\"-1000\",\"made\":\"2026-03-01\","
                        + "\"at\":\"2026-03-01T08:30:00Z\",\"pieces\":1,\"good\":true}");
        assertThat(new ObjectMapper().readTree(lines[1]).has("name")).isFalse();
    }

    @Test
    public void writesTypedCellsAndNoFormula() throws IOException {
        byte[] bytes = file(new Things(5000), ExportFormat.XLSX, Optional.of(Locale.ENGLISH));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<Row> all = rows.toList();
            assertThat(all).hasSize(5001);
            assertThat(all.get(0).getCellText(2)).isEqualTo("Made on");
            Row first = all.get(1);
            assertThat(first.getCell(0).getFormula()).isNull();
            assertThat(first.getCellAsString(0)).contains("=张 \"1\"");
            assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-1000");
            assertThat(first.getCellAsDate(2).orElseThrow().toString()).isEqualTo("2026-03-01T00:00");
            assertThat(first.getCellAsBoolean(5)).contains(true);
        }
    }

    @Test
    public void asksForNoMoreOnceTheClientHasHungUp() {
        Things things = new Things(1_000_000);
        Export export = Export.of(things, things.all());

        assertThatThrownBy(() -> export.writeTo(new HungUp(), ExportFormat.CSV, Optional.empty()))
                .hasMessageContaining("hung up");
        // the one that was being sent, and the one read meanwhile
        assertThat(things.batches()).isLessThanOrEqualTo(2);
    }

    @Test
    public void whatGoesWrongInReadingBreaksTheFileOff() {
        Things things = new Things(5000);
        IdBatches all = things.all();
        int[] asked = {0};
        Export export = Export.of(things, () -> {
            if (++asked[0] == 3) {
                throw new IllegalStateException("the database is gone");
            }
            return all.next();
        });

        assertThatThrownBy(() -> export.writeTo(OutputStream.nullOutputStream(), ExportFormat.CSV, Optional.empty()))
                .hasMessage("the database is gone");
    }

    @Test
    public void beginsNothingForWhoMayNotExport() {
        Things things = new Things(3, false);

        assertThatThrownBy(() -> Export.of(things, things.all()))
                .isInstanceOf(io.guanxi.crm.platform.problem.ForbiddenException.class);
    }

    private static byte[] file(Things things, ExportFormat format, Optional<Locale> labels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.of(things, things.all()).writeTo(out, format, labels);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final class HungUp extends OutputStream {

        private long taken;

        @Override
        public void write(int b) throws IOException {
            if (++taken > 10_000) {
                throw new IOException("the client hung up");
            }
        }
    }
}
