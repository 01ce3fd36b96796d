package io.guanxi.crm.platform.schema;

import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * The header by which a bundle asks for tables: {@code Crm-Schema: <module>;changelog=<path in the bundle>}.
 *
 * @param module name of the schema, also the tail of its data source's name
 */
record SchemaHeader(String module, String changelog) {

    static final String NAME = "Crm-Schema";

    /** The bundle's wish; empty where it has none. */
    static Optional<SchemaHeader> of(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(NAME)).map(SchemaHeader::parse);
    }

    static SchemaHeader parse(String header) {
        String marker = ";changelog=";
        int at = header.replace(" ", "").indexOf(marker);
        if (at < 1) {
            throw new IllegalArgumentException(NAME + " is not <module>;changelog=<path>: " + header);
        }
        String compact = header.replace(" ", "");
        return new SchemaHeader(compact.substring(0, at), compact.substring(at + marker.length()));
    }
}
