package io.guanxi.crm.platform.edge.internal;

import org.osgi.framework.Bundle;

/** The manifest header that says to which module a bundle belongs; {@code *} for one that serves all of them. */
final class ModuleHeader {

    static final String NAME = "Crm-Module";

    private ModuleHeader() {}

    static String of(Bundle bundle) {
        String module = bundle.getHeaders("").get(NAME);
        return module == null ? "*" : module;
    }
}
