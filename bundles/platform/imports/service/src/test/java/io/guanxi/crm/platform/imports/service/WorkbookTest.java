package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class WorkbookTest {

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Test
    public void readsTypedCells() throws IOException {
        desk.shelf();
        ImportJob job = run(workbook(sheet -> {
            sheet.value(0, 0, "Item number");
            sheet.value(0, 1, "标签");
            sheet.value(1, 0, 13900000000L);
            sheet.value(1, 1, LocalDate.of(2026, 3, 1));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.value(2, 0, 0.1 + 0.2);
            sheet.value(2, 1, LocalDateTime.of(2026, 3, 1, 8, 30));
            sheet.style(2, 1).format("yyyy-MM-dd H:mm:ss").set();
            sheet.value(3, 0, "'=1+1");
            sheet.value(3, 1, true);
            sheet.inlineString(5, 0, "+86 139\n0000");
            sheet.inlineString(5, 1, "bad");
            sheet.inlineString(6, 0, "x");
            sheet.formula(6, 1, "1+1");
        }));

        assertThat(desk.things()).containsExactly("13900000000=2026-03-01", "0.3=2026-03-01 08:30", "'=1+1=true", "x=");
        assertThat(desk.verdicts(job)).containsExactly("6 bad-label");
        assertThat(desk.imports().find(job.id()).orElseThrow().state()).isEqualTo(ImportJob.State.DONE);
    }

    @Test
    public void refusesABomb() throws IOException {
        desk.shelf();
        byte[] ratio = zip("xl/worksheets/sheet1.xml", 200 << 20);
        byte[] texts = zip("xl/sharedStrings.xml", 6 << 20);
        long started = System.nanoTime();
        assertRefused(ratio, "zip-bomb");
        assertRefused(texts, "zip-bomb");
        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void readsNoFileOfTheMachine() throws IOException {
        desk.shelf();
        byte[] good = workbook(sheet -> sheet.value(0, 0, "itemNumber"));
        byte[] evil = replaced(
                good,
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>itemNumber</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
        assertRefused(evil, "broken-workbook");
        assertThat(desk.things()).isEmpty();
    }

    @Test
    public void refusesASheetThatIsTooWide() throws IOException {
        desk.shelf();
        assertRefused(
                workbook(sheet -> {
                    for (int i = 0; i < 16_384; i++) {
                        sheet.value(0, i, "c" + i);
                    }
                }),
                "too-many-columns");
    }

    @Test
    public void refusesWhatIsNoWorkbook() throws IOException {
        desk.shelf();
        assertRefused(zip("a.txt", 10), "binary-file");
        byte[] good = workbook(sheet -> sheet.value(0, 0, "itemNumber"));
        assertRefused(replaced(good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"), "broken-workbook");
    }

    private ImportJob run(byte[] bytes) {
        return desk.finished(desk.start(ImportDesk.request(), bytes));
    }

    private void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> run(bytes)).hasMessageContaining(code);
    }

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            content.accept(book.newWorksheet("sheet"));
        }
        return out.toByteArray();
    }

    /** A workbook of zeros. */
    private static byte[] zip(String entry, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (entry.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            }
            zip.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[1 << 16];
            for (int left = size; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] workbook, String entry, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        try (ZipOutputStream zip = new ZipOutputStream(out);
                ZipFile in = new ZipFile(file.toFile())) {
            for (ZipEntry e : Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(e.getName()));
                zip.write(
                        e.getName().equals(entry)
                                ? content.getBytes(StandardCharsets.UTF_8)
                                : in.getInputStream(e).readAllBytes());
            }
        }
        Files.delete(file);
        return out.toByteArray();
    }
}
