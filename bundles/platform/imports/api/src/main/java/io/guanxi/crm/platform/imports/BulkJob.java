package io.guanxi.crm.platform.imports;

/**
 * A change of many records as it stands.
 *
 * @param total records it is about
 * @param job how far it is: {@code read} counts records dealt with, {@code updated} those that changed
 */
public record BulkJob(BulkRequest request, long total, ImportJob job) {

    public long id() {
        return job.id();
    }
}
