package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.PrivateFile;
import java.nio.file.Path;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the head of the chain is noted and how long reading is remembered. */
@ObjectClassDefinition(name = "CRM audit trail")
@interface AuditConfig {

    /** Where it is configured. */
    String PID = "io.guanxi.crm.audit";

    @AttributeDefinition(
            name = "Anchors",
            description = "File outside the database that remembers every seal; below the data folder unless absolute")
    String anchors() default "audit-anchors";

    @AttributeDefinition(
            name = "Reads kept",
            description = "Days that acts of reading are kept; 0: for ever. Changes and other acts always are.")
    int readsKeptDays() default 0;

    /** The file of a configuration. */
    final class Files {

        private Files() {}

        static Path anchors(AuditConfig config) {
            return PrivateFile.folder()
                    .map(folder -> folder.resolve(config.anchors()))
                    .orElseGet(() -> Path.of(config.anchors()).toAbsolutePath());
        }
    }
}
