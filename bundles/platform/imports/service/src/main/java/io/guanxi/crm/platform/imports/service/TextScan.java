package io.guanxi.crm.platform.imports.service;

import java.util.Arrays;

/** Looks at every byte once, while the file is stored: how many, any NUL, and is it UTF-8 throughout? */
final class TextScan {

    private static final int HEAD = 8;

    private final byte[] head = new byte[HEAD];
    private long size;
    private long line = 1;
    private boolean nul;
    private boolean blank = true;
    private long brokenLine;
    private int pending;
    private int lowest = 0x80;
    private int highest = 0xBF;

    void accept(byte[] buffer, int length) {
        for (int i = 0; i < length && size + i < HEAD; i++) {
            head[(int) size + i] = buffer[i];
        }
        size += length;
        for (int i = 0; i < length; i++) {
            int b = buffer[i];
            if (b >= 0 && pending == 0) {
                ascii(b);
            } else if (brokenLine == 0) {
                beyondAscii(b & 0xFF);
            }
        }
    }

    private void ascii(int b) {
        if (b > ' ') {
            blank = false;
        } else if (b == '\n') {
            line++;
        } else if (b == 0) {
            nul = true;
        }
    }

    /** The byte table of Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF. */
    private void beyondAscii(int b) {
        blank = false;
        if (pending > 0) {
            if (b < lowest || b > highest) {
                broken();
                nul |= b == 0;
                return;
            }
            pending--;
            lowest = 0x80;
            highest = 0xBF;
        } else if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
            lowest = b == 0xE0 ? 0xA0 : 0x80;
            highest = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            broken();
        }
    }

    private void broken() {
        brokenLine = line;
        pending = 0;
    }

    long size() {
        return size;
    }

    /** True where nothing but white space was seen. */
    boolean isBlank() {
        return blank;
    }

    boolean hasNul() {
        return nul;
    }

    boolean isUtf8() {
        return brokenLine == 0 && pending == 0;
    }

    /** The line where the text stops being UTF-8. */
    long brokenLine() {
        return brokenLine == 0 ? line : brokenLine;
    }

    boolean startsWith(int... bytes) {
        if (size < bytes.length) {
            return false;
        }
        byte[] expected = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            expected[i] = (byte) bytes[i];
        }
        return Arrays.equals(head, 0, bytes.length, expected, 0, bytes.length);
    }
}
