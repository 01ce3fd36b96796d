package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** What no two orders share. The database's constraints decide, so that of two at once one is told. */
final class OrderKeys {

    private OrderKeys() {}

    /** Writes what the EntityManager holds. @throws ConflictException where a key is taken */
    static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.of(e, "CRM_TRANSACTION_NUMBER_UK")) {
                throw conflict("number", "number-taken", "Another order has this number.", "该订单号已被使用。");
            }
            if (UniqueViolation.of(e, "CRM_TRANSACTION_EXTERNAL_ID_UK")) {
                throw conflict(
                        "externalId", "external-id-taken", "Another order has this external id.", "该外部编号已被其他订单使用。");
            }
            throw e;
        }
    }

    /** What a payment that could not be written means to the caller. */
    static RuntimeException paymentTaken(SqlFailedException failure) {
        return UniqueViolation.of(failure, PaymentTable.EXTERNAL_ID_KEY)
                ? conflict("externalId", "external-id-taken", "Another payment has this external id.", "该外部编号已被其他回款使用。")
                : failure;
    }

    private static ConflictException conflict(String field, String code, String en, String zh) {
        return new ConflictException(FieldError.of(field, code, en, zh));
    }
}
