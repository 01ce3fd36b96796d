package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.service.CustomerRules;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides row by row what is to be written, and counts. */
final class CustomerPlanner {

    private final CustomerRules rules;
    private final StoredCustomers stored;
    private final Set<Long> open;
    private final ImportedValues custom;
    private final ImportMode mode;
    private final ChunkOutcome.Builder outcome = new ChunkOutcome.Builder();
    private final List<CustomerPlan> plans = new ArrayList<>();
    private final Set<String> claimedCodes = new HashSet<>();

    /** @param open ids of those stored ones that the caller may change */
    CustomerPlanner(
            CustomerRules rules, StoredCustomers stored, Set<Long> open, ImportedValues custom, ImportMode mode) {
        this.open = open;
        this.rules = rules;
        this.custom = custom;
        this.stored = stored;
        this.mode = mode;
    }

    List<CustomerPlan> plans() {
        return plans;
    }

    ChunkOutcome outcome() {
        return outcome.build();
    }

    void plan(ImportRow row) {
        FieldErrors errors = new FieldErrors();
        Optional<StoredCustomer> before = match(row, errors);
        boolean undone = before.filter(StoredCustomer::undone).isPresent();
        CustomerData merged = RowData.merged(
                new Cells(row, errors), before.filter(b -> !undone).map(StoredCustomer::data));
        CustomerData data = rules.clean(merged, errors)
                .with(custom.merged(
                        List.of(row),
                        before.map(StoredCustomer::id),
                        before.map(customer -> customer.data().custom()),
                        errors));
        if (errors.isEmpty()
                && data.code().isPresent()
                && !claimedCodes.add(data.code().get())) {
            errors.add(
                    "code",
                    "duplicate-in-file",
                    "This code stands in an earlier row of this file already.",
                    "该编号已在本文件前面的行中出现。");
        }
        if (!errors.isEmpty()) {
            errors.found().forEach(error -> outcome.reject(rejection(row, error)));
        } else if (undone) {
            String code = data.code().or(() -> before.get().data().code()).orElseThrow();
            plans.add(new CustomerPlan(data.withCode(code), before));
            outcome.created();
        } else if (before.isEmpty()) {
            plans.add(new CustomerPlan(data, before));
            outcome.created();
        } else if (data.equals(before.get().data())) {
            outcome.unchanged();
        } else {
            plans.add(new CustomerPlan(data, before));
            outcome.updated();
        }
    }

    private Optional<StoredCustomer> match(ImportRow row, FieldErrors errors) {
        Optional<String> externalId = row.text("externalId");
        Optional<String> code = row.text("code");
        if (mode == ImportMode.UPSERT && externalId.isEmpty() && code.isEmpty()) {
            errors.add(
                    "externalId",
                    "key-missing",
                    "Neither external id nor code is given, so that the same file sent again would enter the customer twice.",
                    "未提供外部编号或编号，重复发送同一文件会产生重复客户。");
        }
        Optional<StoredCustomer> byExternalId = externalId.flatMap(stored::byExternalId);
        Optional<StoredCustomer> byCode = code.flatMap(stored::byCode);
        if (byCode.isPresent() && isAnother(byCode.get(), byExternalId, externalId)) {
            errors.add("code", "code-taken", "Another customer has this code.", "该编号已被其他客户使用。");
        }
        Optional<StoredCustomer> match = byExternalId.or(() -> byCode);
        if (mode == ImportMode.CREATE && match.filter(m -> !m.undone()).isPresent()) {
            errors.add(
                    externalId.isPresent() ? "externalId" : "code",
                    "already-exists",
                    "This customer is there already.",
                    "该客户已存在。");
        }
        return match.filter(found -> isOpen(found, externalId, errors));
    }

    /** What the caller doesn't reach is not told, but that its key is taken. */
    private boolean isOpen(StoredCustomer match, Optional<String> externalId, FieldErrors errors) {
        boolean isOpen = open.contains(match.id());
        if (!isOpen && errors.isEmpty()) {
            boolean byExternalId = externalId.flatMap(stored::byExternalId).isPresent();
            errors.add(
                    byExternalId ? "externalId" : "code",
                    byExternalId ? "external-id-taken" : "code-taken",
                    "Another customer has this number, one that you can't change.",
                    "该编号已被您无权修改的客户使用。");
        }
        return isOpen;
    }

    /** True where the code's owner can't be who the row means. */
    private static boolean isAnother(
            StoredCustomer owner, Optional<StoredCustomer> byExternalId, Optional<String> externalId) {
        if (byExternalId.isPresent()) {
            return byExternalId.get().id() != owner.id();
        }
        return externalId.isPresent() && owner.data().externalId().isPresent();
    }

    private static Rejection rejection(ImportRow row, FieldError error) {
        return new Rejection(row.line(), CustomerColumns.of(error.field()), error.code(), error.message());
    }
}
