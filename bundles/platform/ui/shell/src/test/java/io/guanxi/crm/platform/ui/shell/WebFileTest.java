package io.guanxi.crm.platform.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.Test;

public class WebFileTest {

    @Test
    public void compressesTextWithoutLoss() throws IOException {
        byte[] content = "const 关系 = 1\n".repeat(200).getBytes(UTF_8);
        byte[] compressed = new WebFile("text/javascript;charset=utf-8", content)
                .compressed()
                .orElseThrow();
        assertThat(compressed.length).isLessThan(content.length / 5);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    public void leavesSmallAndCompressedFilesAsTheyAre() {
        assertThat(new WebFile("text/css", "a{}".getBytes(UTF_8)).compressed()).isEmpty();
        assertThat(new WebFile("image/png", new byte[5000]).compressed()).isEmpty();
    }

    @Test
    public void changesItsTagWithItsContent() {
        WebFile one = new WebFile("text/css", "a{}".getBytes(UTF_8));
        assertThat(one.tag()).isEqualTo(new WebFile("text/css", "a{}".getBytes(UTF_8)).tag());
        assertThat(one.tag()).isNotEqualTo(new WebFile("text/css", "b{}".getBytes(UTF_8)).tag());
    }
}
