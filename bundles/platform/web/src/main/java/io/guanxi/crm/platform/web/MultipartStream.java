package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.MalformedRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form (RFC 7578), one after the other, each as a stream: nothing is kept in memory or on disk. */
final class MultipartStream {

    /** A part; its content ends where the next part begins. */
    record Part(String name, Optional<String> fileName, InputStream content) {}

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile(";\\s*filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADER = 8 * 1024;

    private final byte[] delimiter;
    private final PushbackInputStream in;
    private boolean atEnd;
    private boolean inside;

    MultipartStream(InputStream in, String boundary) throws IOException {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        this.in = new PushbackInputStream(in, delimiter.length + 64 * 1024);
        // the first delimiter may stand at the very beginning
        this.in.unread(new byte[] {'\r', '\n'});
        this.inside = true;
    }

    static String boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw malformed();
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** The next part; what is left of the one before is passed over. */
    Optional<Part> next() throws IOException {
        if (inside) {
            new Content().transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (atEnd) {
            return Optional.empty();
        }
        String header = header();
        Matcher name = NAME.matcher(header);
        Matcher fileName = FILE_NAME.matcher(header);
        inside = true;
        return Optional.of(new Part(
                name.find() ? name.group(1) : "",
                fileName.find() ? Optional.of(fileName.group(1)).filter(n -> !n.isBlank()) : Optional.empty(),
                new Content()));
    }

    private String header() throws IOException {
        byte[] bytes = new byte[LONGEST_HEADER];
        int length = 0;
        while (!endsWithBlankLine(bytes, length)) {
            int b = in.read();
            if (b < 0 || length == LONGEST_HEADER) {
                throw malformed();
            }
            bytes[length++] = (byte) b;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean endsWithBlankLine(byte[] bytes, int length) {
        return length >= 4
                && bytes[length - 4] == '\r'
                && bytes[length - 3] == '\n'
                && bytes[length - 2] == '\r'
                && bytes[length - 1] == '\n';
    }

    private static MalformedRequestException malformed() {
        return new MalformedRequestException("body", "malformed-form", "The form can't be read.", "无法读取表单。");
    }

    /** Reads up to the delimiter, and passes that over. */
    private final class Content extends InputStream {

        private boolean done;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (done || length == 0) {
                return done ? -1 : 0;
            }
            byte[] block = new byte[Math.min(length, 32 * 1024) + delimiter.length];
            int n = in.readNBytes(block, 0, block.length);
            int at = find(block, n);
            if (at >= 0) {
                in.unread(block, at + delimiter.length, n - at - delimiter.length);
                finish();
                if (at == 0) {
                    return -1;
                }
                System.arraycopy(block, 0, buffer, offset, at);
                return at;
            }
            int safe = n - delimiter.length;
            if (safe <= 0) {
                // the client has ended in the middle of a part
                throw malformed();
            }
            in.unread(block, safe, n - safe);
            System.arraycopy(block, 0, buffer, offset, safe);
            return safe;
        }

        private int find(byte[] block, int n) {
            for (int i = 0; i + delimiter.length <= n; i++) {
                if (block[i] == '\r' && Arrays.equals(block, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                    return i;
                }
            }
            return -1;
        }

        private void finish() throws IOException {
            done = true;
            inside = false;
            int first = in.read();
            int second = in.read();
            atEnd = first != '\r' || second != '\n';
            if (!atEnd) {
                // so that a part without headers has its blank line too
                in.unread('\n');
                in.unread('\r');
            }
        }
    }
}
