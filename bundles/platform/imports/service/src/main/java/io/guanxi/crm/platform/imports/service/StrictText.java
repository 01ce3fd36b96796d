package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Optional;

/** Text whose undecodable bytes are an error. */
final class StrictText {

    private static final int BUFFER = 64 * 1024;

    private StrictText() {}

    static Reader reader(InputStream in, Encoding encoding) throws IOException {
        in.skipNBytes(encoding.mark());
        return new InputStreamReader(in, decoder(encoding));
    }

    /** Decodes the file to its end; empty where all of it could be. */
    static Optional<Long> firstBadLine(Path file, Encoding encoding) throws IOException {
        CharsetDecoder decoder = decoder(encoding);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        try (FileChannel channel = FileChannel.open(file).position(encoding.mark())) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                line += lines(chars);
                if (result.isError()) {
                    return Optional.of(line);
                }
                end &= result.isUnderflow();
                bytes.compact();
            }
        }
        return Optional.empty();
    }

    private static CharsetDecoder decoder(Encoding encoding) {
        return encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static long lines(CharBuffer chars) {
        long lines = 0;
        chars.flip();
        while (chars.hasRemaining()) {
            if (chars.get() == '\n') {
                lines++;
            }
        }
        chars.clear();
        return lines;
    }
}
