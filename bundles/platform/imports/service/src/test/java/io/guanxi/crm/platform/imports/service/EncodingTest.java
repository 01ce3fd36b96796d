package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EncodingTest {

    private static final String TEXT = "名称,电话\n上海星辰科技有限公司,021-5555 0101\n张伟,13900000000\n";
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void knowsUtf8ByItsBytes() {
        assertThat(detected(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Encoding(StandardCharsets.UTF_8, 0));
    }

    @Test
    public void skipsTheMarkOfUtf8() {
        assertThat(detected(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Encoding(StandardCharsets.UTF_8, 3));
    }

    @Test
    public void knowsUtf16ByItsMark() {
        assertThat(detected(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Encoding(StandardCharsets.UTF_16LE, 2));
        assertThat(detected(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(new Encoding(StandardCharsets.UTF_16BE, 2));
    }

    @Test
    public void refusesUtf16WithoutAMarkUnlessItIsNamed() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_16LE);
        assertRefused(bytes, "binary-file");
        assertThat(encoding(bytes, Optional.of(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Encoding(StandardCharsets.UTF_16LE, 0));
    }

    @Test
    public void refusesHalfACharacterOfUtf16() {
        byte[] halfASmiley = {(byte) 0xFE, (byte) 0xFF, 0, 'a', 0, '\n', (byte) 0xD8, 0x3D, 0, 'x'};
        assertRefused(halfASmiley, "undecodable-text");
    }

    @Test
    public void detectsGbk() {
        assertThat(detected(TEXT.getBytes(GBK))).isEqualTo(new Encoding(GB18030, 0));
    }

    @Test
    public void detectsGbkBehindALongAsciiHead() {
        String text = "name,phone\n" + "x,1\n".repeat(100_000) + TEXT;
        assertThat(detected(text.getBytes(GBK))).isEqualTo(new Encoding(GB18030, 0));
    }

    @Test
    public void readsTheFourByteCharactersOfGb18030() {
        assertThat(detected("名称\n中文字符集里的罕用字𠮷\n".getBytes(GB18030))).isEqualTo(new Encoding(GB18030, 0));
    }

    @Test
    public void doesNotTakeLatinLettersForChinese() {
        byte[] latin = "name,city\nJürgen Müller,Köln\nÅse Bjørn,Tromsø\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(latin, "unknown-charset");
        assertThat(encoding(latin, Optional.of(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Encoding(StandardCharsets.ISO_8859_1, 0));
    }

    @Test
    public void doesNotTakeTraditionalBig5ForGbk() {
        assertRefused("名稱\n臺灣積體電路製造股份有限公司\n國立臺灣大學\n".getBytes(Charset.forName("Big5")), "unknown-charset");
    }

    @Test
    public void namesTheLineWithTheBadByte() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(bytes, bytes.length + 1);
        broken[bytes.length] = (byte) 0xFF;
        assertThatThrownBy(() -> encoding(broken, Optional.of(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("undecodable-text")
                .hasMessageContaining("Line 4");
    }

    @Test
    public void refusesGbkThatIsCalledUtf8() {
        assertThatThrownBy(() -> encoding(TEXT.getBytes(GBK), Optional.of(StandardCharsets.UTF_8)))
                .hasMessageContaining("Line 1 holds bytes that are not UTF-8");
    }

    @Test
    public void judgesEveryByteSequenceAsTheJdkDoes() {
        Random random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[0] = (byte) (0xE0 + random.nextInt(0x16));
            }
            TextScan scan = new TextScan();
            int cut = random.nextInt(bytes.length + 1);
            scan.accept(Arrays.copyOf(bytes, cut), cut);
            scan.accept(Arrays.copyOfRange(bytes, cut, bytes.length), bytes.length - cut);
            assertThat(scan.isUtf8()).as(Arrays.toString(bytes)).isEqualTo(jdkDecodes(bytes));
        }
    }

    private static boolean jdkDecodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> detected(bytes))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Encoding detected(byte[] bytes) {
        return encoding(bytes, Optional.empty());
    }

    private Encoding encoding(byte[] bytes, Optional<Charset> wanted) {
        try {
            StoredFile file = new Spool(folder.getRoot().toPath(), Long.MAX_VALUE, new Workbooks(new ZipGuard(1, 1)))
                    .store(new ByteArrayInputStream(bytes));
            return Encoding.of(file.path(), file.scan(), wanted);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
