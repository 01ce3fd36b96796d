package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.problem.CrmException;

/** What an operator is told of a failure: its class and the first line of its message, never a stack trace. */
final class Failure {

    private static final int MAX_LENGTH = 500;

    private Failure() {}

    static String text(Throwable failure) {
        String message = failure instanceof CrmException ours ? ours.text().en() : failure.getMessage();
        String name = failure.getClass().getSimpleName();
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        String text = line.isEmpty() ? name : name + ": " + line.replaceAll("\\p{Cntrl}", " ");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH - 1) + "…" : text;
    }
}
