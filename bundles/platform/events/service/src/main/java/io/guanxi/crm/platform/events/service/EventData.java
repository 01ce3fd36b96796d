package io.guanxi.crm.platform.events.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The data of an event as text, as it lies in the table. */
final class EventData {

    static final int MAX_LENGTH = 4000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private EventData() {}

    /** @throws IllegalArgumentException where the data are no JSON or too long: events carry keys, not documents */
    static String write(Map<String, Object> data) {
        try {
            String text = JSON.writeValueAsString(data);
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("event data of " + text.length() + " characters");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data that are no JSON", e);
        }
    }

    static Map<String, Object> read(String text) {
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable event data", e);
        }
    }
}
