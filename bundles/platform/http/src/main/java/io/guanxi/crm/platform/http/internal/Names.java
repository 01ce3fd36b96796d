package io.guanxi.crm.platform.http.internal;

import java.util.Locale;

/** Constants on the wire: {@code END_CONSUMER} is {@code end-consumer}. */
public final class Names {

    private Names() {}

    public static String onTheWire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
