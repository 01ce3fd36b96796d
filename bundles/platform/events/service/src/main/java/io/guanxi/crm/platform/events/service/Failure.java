package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.problem.CrmException;

/** What an operator is told of a failure: its class and the first line of its message, never a stack trace. */
final class Failure {

    private static final int MAX_LENGTH = 500;

    private Failure() {}

    static String text(Throwable failure) {
        String message = failure instanceof CrmException ours ? ours.text().en() : failure.getMessage();
        String name = failure.getClass().getSimpleName();
        String text = message == null || message.isBlank() ? name : name + ": " + firstLine(message);
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH - 1) + "…" : text;
    }

    private static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
