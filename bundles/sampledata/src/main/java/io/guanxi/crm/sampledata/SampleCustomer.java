package io.guanxi.crm.sampledata;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.PersonData;
import java.util.Currency;
import java.util.List;

/**
 * A customer before it has an id, with everything that hangs on it.
 *
 * @param spend how much more or less than usual an order of this customer comes to
 */
record SampleCustomer(
        CustomerData data,
        Currency currency,
        double spend,
        List<PersonData> persons,
        List<SampleOrder> orders,
        List<SampleInteraction> interactions) {}
