package io.guanxi.crm.platform.fields.service;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as people wrote them: without the zeros that the column adds. */
final class Decimals {

    private Decimals() {}

    static Optional<BigDecimal> plain(@Nullable BigDecimal number) {
        return Optional.ofNullable(number)
                .map(BigDecimal::stripTrailingZeros)
                .map(n -> n.scale() < 0 ? n.setScale(0) : n);
    }
}
