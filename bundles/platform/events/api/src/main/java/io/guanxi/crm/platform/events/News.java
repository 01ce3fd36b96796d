package io.guanxi.crm.platform.events;

import java.util.Map;

/**
 * Something that became true.
 *
 * @param topic record type and past-tense verb, such as {@code order.confirmed}
 * @param data small, JSON-able values a subscriber needs without asking back
 */
public record News(String topic, String recordType, long recordId, Map<String, Object> data) {}
