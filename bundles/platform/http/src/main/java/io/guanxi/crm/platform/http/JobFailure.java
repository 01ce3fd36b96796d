package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.imports.ImportJob;
import java.util.Locale;
import java.util.Optional;

/** Why a job as a whole failed, on the wire. */
public record JobFailure(String code, String message) {

    /** Empty where it did not. */
    public static Optional<JobFailure> of(ImportJob job, Locale locale) {
        return job.errorCode()
                .map(code -> new JobFailure(
                        code, job.error().map(text -> text.in(locale)).orElse(code)));
    }
}
