package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportPreview;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class PreviewTest {

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Test
    public void guessesWhatHeadersMean() throws IOException {
        desk.shelf();
        ImportPreview preview = preview(Map.of(), "货号;标签内容;颜色\n1;a;红\n2;bad\n".getBytes(Charset.forName("GB18030")));

        assertThat(preview.charset()).isEqualTo("GB18030");
        assertThat(preview.separator()).isEqualTo(";");
        assertThat(preview.headers()).containsExactly("货号", "标签内容", "颜色");
        assertThat(preview.mapping()).isEqualTo(Map.of("货号", "itemNumber", "标签内容", "label"));
        assertThat(preview.confidence().get("货号")).isEqualTo(0.95);
        assertThat(preview.confidence().get("标签内容")).isBetween(0.6, 0.9);
        assertThat(preview.unmatched()).containsExactly("颜色");
        assertThat(preview.missing()).isEmpty();
        assertThat(preview.rows()).containsExactly(List.of("1", "a", "红"), List.of("2", "bad", ""));
        assertThat(preview.rejects()).extracting(r -> r.line() + r.code()).containsExactly("3bad-label");
        assertThat(desk.count()).isZero();
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void saysWhatIsMissing() throws IOException {
        desk.shelf();
        ImportPreview preview = preview(Map.of(), "x,label\n1,a\n".getBytes(StandardCharsets.UTF_8));

        assertThat(preview.missing()).containsExactly("itemNumber");
        assertThat(preview.rejects()).isEmpty();
    }

    @Test
    public void toleratesMisspelledHeaders() throws IOException {
        desk.shelf();
        ImportPreview preview = preview(Map.of(), "Item numbr,lable\n1,a\n".getBytes(StandardCharsets.UTF_8));

        assertThat(preview.mapping()).isEqualTo(Map.of("Item numbr", "itemNumber", "lable", "label"));
        assertThat(preview.confidence().values()).allMatch(c -> c < 0.95);
    }

    @Test
    public void importsAsTheMappingSays() {
        desk.shelf();
        ImportJob job = desk.run(mapped(Map.of("a", "itemNumber", "b", "label", "label", "")), "label,a,b\nx,1,y\n");

        assertThat(desk.verdicts(job)).isEmpty();
        assertThat(desk.things()).containsExactly("1=y");
        assertThat(job.request().mapping()).isEqualTo(Map.of("a", "itemNumber", "b", "label", "label", ""));
    }

    @Test
    public void aMappedColumnIsNotTakenFromElsewhereToo() {
        desk.shelf();
        ImportJob job = desk.run(mapped(Map.of("b", "label")), "itemNumber,label,b\n1,x,y\n");

        assertThat(desk.things()).containsExactly("1=y");
        assertThat(desk.verdicts(job)).containsExactly("1 unknown-column");
    }

    @Test
    public void refusesAMappingToAColumnThatThereIsNot() {
        desk.shelf();
        assertThatThrownBy(() -> desk.run(mapped(Map.of("a", "colour")), "a\n1\n"))
                .hasMessageContaining("unknown-mapping");
    }

    private ImportPreview preview(Map<String, String> mapping, byte[] bytes) throws IOException {
        return desk.imports().preview(mapped(mapping), 10, new ByteArrayInputStream(bytes));
    }

    private static ImportRequest mapped(Map<String, String> mapping) {
        return new ImportRequest(
                "things", "things.csv", ImportMode.UPSERT, RowPolicy.WHOLE, false, Optional.empty(), mapping);
    }
}
