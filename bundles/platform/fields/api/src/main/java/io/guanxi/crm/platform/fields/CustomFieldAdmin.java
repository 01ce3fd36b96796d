package io.guanxi.crm.platform.fields;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** Custom fields in the making; for administrators. A change is in force at once, everywhere, without a restart. */
@ProviderType
public interface CustomFieldAdmin {

    /** Most fields a record type may have, retired ones included. */
    int MOST_FIELDS = 200;

    /** Most choices a field may have, retired ones included. */
    int MOST_CHOICES = 500;

    /** The custom fields of a type in their order, retired ones included. */
    List<CustomField> all(String recordType);

    /** Retired or not; empty when the id was never issued. */
    Optional<CustomField> find(long id);

    /**
     * Adds a field. The records that are there already have no value in it, also where it is required.
     *
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each part of the definition that breaks a rule
     * @throws io.guanxi.crm.platform.problem.ConflictException where code or label is taken, or there are too many fields
     */
    CustomField define(FieldDefinition definition);

    /**
     * Changes a field; the values in it stay.
     *
     * @param version the version the caller has read
     * @throws io.guanxi.crm.platform.problem.ConflictException where the values that are there break a new rule
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if the field was changed since
     */
    CustomField change(long id, long version, UnaryOperator<FieldDefinition> change);

    /** Hides the field everywhere; its values are kept. Retiring twice is once. */
    CustomField retire(long id);

    /** Brings a retired field back, with its values. */
    CustomField restore(long id);
}
