package io.guanxi.crm.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that shows what is known of people: who asked is left in the audit trail. A method with a path
 * parameter {@code id} shows that record, another one a {@link Page} of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PersonalData {

    /** The record type, such as {@code customer}. */
    String value();
}
