package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** What no two customers share. The database's constraints decide, so that of two at once one is told. */
final class CustomerKeys {

    private CustomerKeys() {}

    /** Writes what the EntityManager holds. @throws ConflictException where a key is taken */
    static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.of(e, "CRM_CUSTOMER_CODE_UK")) {
                throw conflict("code", "code-taken", "Another customer has this code.", "该编号已被其他客户使用。");
            }
            if (UniqueViolation.of(e, "CRM_CUSTOMER_EXTERNAL_ID_UK")) {
                throw conflict(
                        "externalId", "external-id-taken", "Another customer has this external id.", "该外部编号已被其他客户使用。");
            }
            throw e;
        }
    }

    private static ConflictException conflict(String field, String code, String en, String zh) {
        return new ConflictException(FieldError.of(field, code, en, zh));
    }
}
