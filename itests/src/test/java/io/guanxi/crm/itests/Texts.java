package io.guanxi.crm.itests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as a client sends them. */
final class Texts {

    private Texts() {}

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
