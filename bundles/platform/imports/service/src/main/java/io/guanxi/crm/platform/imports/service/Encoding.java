package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the bytes of a file become text. Every file has been decoded to its end before it is taken, so that no byte is ever
 * replaced by a question mark.
 *
 * @param mark length of the byte order mark
 */
record Encoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** @throws UnreadableFileException where the bytes are not text in that character set, or in any known one */
    static Encoding of(Path file, TextScan scan, Optional<Charset> wanted) throws IOException {
        Optional<Encoding> marked = marked(scan);
        Encoding encoding = wanted.isPresent()
                ? agreed(wanted.get(), marked)
                : marked.isPresent() ? marked.get() : detected(file, scan);
        if (!encoding.isWide() && scan.hasNul()) {
            throw Unreadable.binary("binary data (or UTF-16 without a byte order mark)", "二进制数据（或没有字节顺序标记的 UTF-16 文本）");
        }
        if (!(encoding.charset.equals(StandardCharsets.UTF_8) && scan.isUtf8())) {
            encoding.prove(file);
        }
        return encoding;
    }

    private static Optional<Encoding> marked(TextScan scan) {
        if (scan.startsWith(0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_8, 3));
        }
        if (scan.startsWith(0xFE, 0xFF)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2));
        }
        if (scan.startsWith(0xFF, 0xFE) && !scan.startsWith(0xFF, 0xFE, 0, 0)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2));
        }
        return Optional.empty();
    }

    /** The mark is part of the text only where it belongs to another character set than the one asked for. */
    private static Encoding agreed(Charset wanted, Optional<Encoding> marked) {
        return marked.filter(found ->
                        found.charset.equals(wanted) || (found.isWide() && wanted.equals(StandardCharsets.UTF_16)))
                .orElseGet(() -> new Encoding(wanted, 0));
    }

    private static Encoding detected(Path file, TextScan scan) throws IOException {
        if (scan.isUtf8() || scan.hasNul()) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        if (GbScan.of(file).looksChinese()) {
            return new Encoding(GB18030, 0);
        }
        throw Unreadable.unknownCharset(scan.brokenLine());
    }

    private boolean isWide() {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private void prove(Path file) throws IOException {
        Optional<Long> line = StrictText.firstBadLine(file, this);
        if (line.isPresent()) {
            throw Unreadable.undecodable(charset.name(), line.get());
        }
    }
}
