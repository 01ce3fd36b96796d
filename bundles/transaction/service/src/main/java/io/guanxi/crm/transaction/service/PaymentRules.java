package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.util.Currency;

/** What may be paid for an order. */
public final class PaymentRules {

    private PaymentRules() {}

    /**
     * The payment as it is stored. Whatever is wrong goes to {@code errors}.
     *
     * @param currency of the order
     */
    public static Payment clean(Payment payment, Currency currency, FieldErrors errors) {
        return new Payment(
                0,
                OrderRules.instant("at", payment.at(), errors),
                amount(payment.amount(), currency, errors),
                payment.method(),
                errors.line("reference", payment.reference(), 100),
                errors.lines("note", payment.note(), 1000),
                errors.line("externalId", payment.externalId(), 100));
    }

    private static Money amount(Money amount, Currency currency, FieldErrors errors) {
        if (!amount.currency().equals(currency)) {
            errors.add(
                    "amount.currency",
                    "other-currency",
                    "The order is in " + currency + ".",
                    "该订单的币种为 " + currency + "。");
        }
        BigDecimal value = Decimals.positive("amount.amount", amount.amount(), errors);
        if (value.scale() > Decimals.minorDigits(currency)) {
            errors.add(
                    "amount.amount",
                    "too-precise",
                    currency + " has " + Decimals.minorDigits(currency) + " decimals.",
                    currency + " 最多 " + Decimals.minorDigits(currency) + " 位小数。");
        }
        return new Money(Decimals.price(value, currency), currency);
    }

    /** @throws ConflictException where the order is cancelled */
    public static void check(OrderStatus status) {
        if (status == OrderStatus.CANCELLED) {
            throw new ConflictException("order-cancelled", "A cancelled order is not paid.", "已取消的订单不能登记回款。");
        }
    }
}
