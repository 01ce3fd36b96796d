package io.guanxi.crm.platform.imports.service;

/** Foreign text made fit for a message: short, on one line, its end marked where it was left out. */
final class Clipped {

    private Clipped() {}

    static String text(String text, int length) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        int end = length - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
