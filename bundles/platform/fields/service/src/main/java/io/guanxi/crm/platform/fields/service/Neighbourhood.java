package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** The other fields of a record type: people tell fields by their labels, in forms, filters and files. */
record Neighbourhood(List<Field> own, List<CustomField> custom) {

    /** @throws ConflictException where another field that is shown has the label */
    void requireFreeLabel(CustomField field) {
        Text label = field.field().label();
        boolean taken = own.stream().anyMatch(other -> alike(other.label(), label))
                || custom.stream()
                        .anyMatch(other -> other.id() != field.id()
                                && !other.retired()
                                && alike(other.field().label(), label));
        if (taken) {
            throw new ConflictException(
                    FieldError.of("label", "label-taken", "Another field has this label already.", "该名称已被其他字段使用。"));
        }
    }

    /** @throws ConflictException where a field has or had the code */
    void requireFreeCode(String code) {
        boolean taken = own.stream().anyMatch(field -> field.code().equals(code))
                || custom.stream().anyMatch(field -> field.code().equals(code));
        if (taken) {
            throw new ConflictException(
                    FieldError.of("code", "code-taken", "Another field has or had this code.", "该代码已被其他字段使用。"));
        }
    }

    private static boolean alike(Text one, Text other) {
        return one.en().equalsIgnoreCase(other.en()) || one.zh().equalsIgnoreCase(other.zh());
    }
}
