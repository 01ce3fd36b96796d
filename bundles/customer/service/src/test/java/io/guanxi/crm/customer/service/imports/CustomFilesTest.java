package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.testing.EveryField;
import io.guanxi.crm.platform.testing.FileExchange;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** Custom fields of customers and persons, out of the archive as a file and back in again. */
public class CustomFilesTest {

    private static final String CUSTOMERS = "code|name|" + EveryField.HEADER;
    private static final String PERSONS = "customerCode|name|" + EveryField.HEADER;

    private final TestDatabase database = new TestDatabase("imports", "customer", "fields", "history");
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(folder).around(database);

    private FileDesk desk;

    @Before
    public void fill() {
        desk = new FileDesk(database);
        write(desk.customers, CUSTOMERS, "C-1|甲|" + EveryField.blanks());
        write(desk.customers, CUSTOMERS, "C-2|乙|" + EveryField.cells(desk.customer("C-1")));
        write(desk.persons, PERSONS, "C-1|王五|" + EveryField.blanks());
        write(desk.persons, PERSONS, "C-2|李四|" + EveryField.cells(desk.person("王五")));
    }

    @After
    public void close() {
        desk.close();
    }

    @Test
    public void anExportComesBackUnchangedWhateverItsFormatAndHeader() throws IOException {
        try (QueuedImports imports = desk.imports(folder.getRoot().toPath())) {
            assertThat(FileExchange.changedByTheWay(imports, desk.customersOut, 2))
                    .isEmpty();
            assertThat(FileExchange.changedByTheWay(imports, desk.personsOut, 2))
                    .isEmpty();
        }
    }

    @Test
    public void aFileOnlyBringsBackWhatItHolds() throws IOException {
        byte[] file = FileExchange.exported(desk.personsOut, ExportFormat.XLSX, Optional.empty());
        String before = FileExchange.text(desk.personsOut, ExportFormat.NDJSON);
        write(desk.persons, PERSONS, "C-2|李四|" + EveryField.changed(desk.person("王五")));
        assertThat(FileExchange.text(desk.personsOut, ExportFormat.NDJSON)).isNotEqualTo(before);

        try (QueuedImports imports = desk.imports(folder.getRoot().toPath())) {
            assertThat(FileExchange.imported(imports, "persons", file).updated())
                    .isEqualTo(1);
        }

        assertThat(FileExchange.text(desk.personsOut, ExportFormat.NDJSON)).isEqualTo(before);
    }

    @Test
    public void headersAreLabelsWhereNoOtherColumnHasThem() {
        String csv = FileExchange.text(desk.customersOut, ExportFormat.CSV);
        String zh = new String(
                FileExchange.exported(desk.customersOut, ExportFormat.CSV, Optional.of(Locale.CHINESE)),
                StandardCharsets.UTF_8);
        String en = new String(
                FileExchange.exported(desk.customersOut, ExportFormat.CSV, Optional.of(Locale.ENGLISH)),
                StandardCharsets.UTF_8);

        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(EveryField.HEADER.replace('|', ','));
        assertThat(zh.lines().findFirst().orElseThrow()).contains("姓 名,'=附注,数字,金额");
        // "NAME" is what the column of the customer's name is called already
        assertThat(en.lines().findFirst().orElseThrow()).contains("custom.text,'=Notes,Number,Money");
    }

    @Test
    public void ndjsonHasThemAsTheListHas() {
        List<String> customers = FileExchange.text(desk.customersOut, ExportFormat.NDJSON)
                .lines()
                .toList();
        List<String> persons =
                FileExchange.text(desk.personsOut, ExportFormat.NDJSON).lines().toList();

        assertThat(customers.get(0)).doesNotContain("custom\"");
        assertThat(customers.get(1)).endsWith("," + EveryField.json(desk.customer("C-1")) + "}");
        assertThat(persons.get(1)).endsWith("," + EveryField.json(desk.person("王五")) + "}");
    }

    private void write(ImportTarget target, String header, String row) {
        assertThat(FileRows.of(header, row)
                        .into(target, database.transactions())
                        .rejections())
                .isEmpty();
    }
}
