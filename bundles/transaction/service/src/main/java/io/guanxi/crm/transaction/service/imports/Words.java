package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Payment.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that files give by name. */
final class Words {

    private static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("transfer", Method.TRANSFER),
            Map.entry("转账", Method.TRANSFER),
            Map.entry("银行转账", Method.TRANSFER),
            Map.entry("cash", Method.CASH),
            Map.entry("现金", Method.CASH),
            Map.entry("card", Method.CARD),
            Map.entry("刷卡", Method.CARD),
            Map.entry("银行卡", Method.CARD),
            Map.entry("wechat", Method.WECHAT),
            Map.entry("微信", Method.WECHAT),
            Map.entry("微信支付", Method.WECHAT),
            Map.entry("alipay", Method.ALIPAY),
            Map.entry("支付宝", Method.ALIPAY),
            Map.entry("cheque", Method.CHEQUE),
            Map.entry("check", Method.CHEQUE),
            Map.entry("支票", Method.CHEQUE),
            Map.entry("other", Method.OTHER),
            Map.entry("其他", Method.OTHER));

    private Words() {}

    /** How the payment of this row was made; {@code OTHER} where nothing is given. */
    static Method method(ImportRow row, FieldErrors errors) {
        Optional<String> text = row.text(PaymentColumns.METHOD);
        Optional<Method> method = text.flatMap(word -> Optional.ofNullable(METHODS.get(word.toLowerCase(Locale.ROOT))));
        if (text.isPresent() && method.isEmpty()) {
            errors.add(
                    PaymentColumns.METHOD,
                    "unknown-method",
                    "A method is transfer, cash, card, wechat, alipay, cheque or other.",
                    "方式须为转账、现金、刷卡、微信、支付宝、支票或其他。");
        }
        return method.orElse(Method.OTHER);
    }
}
