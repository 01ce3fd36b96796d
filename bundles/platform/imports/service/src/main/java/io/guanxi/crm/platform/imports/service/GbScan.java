package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells GBK and GB18030 from other eight-bit texts. Decoding alone won't do: "Müller" in Latin-1 is valid GBK as well. In
 * Chinese text nearly all pairs of bytes lie in the rows of GB 2312 (both bytes from 0xA1 on), in Latin, Big5 or Japanese
 * text only some do.
 */
final class GbScan {

    private static final double SHARE = 0.9;

    private long common;
    private long other;
    private int lead;

    private GbScan() {}

    static GbScan of(Path file) throws IOException {
        GbScan scan = new GbScan();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    scan.accept(buffer[i] & 0xFF);
                }
            }
        }
        return scan;
    }

    private void accept(int b) {
        if (lead == 0) {
            lead = b < 0x80 ? 0 : b;
            return;
        }
        boolean symbol = lead >= 0xA1 && lead <= 0xA9;
        boolean ideograph = lead >= 0xB0 && lead <= 0xF7;
        boolean halfOfFourBytes = b >= '0' && b <= '9';
        if (b >= 0xA1 && (symbol || ideograph)) {
            common++;
        } else if (!halfOfFourBytes) {
            other++;
        }
        lead = 0;
    }

    boolean looksChinese() {
        return common > 0 && common >= SHARE * (common + other);
    }
}
