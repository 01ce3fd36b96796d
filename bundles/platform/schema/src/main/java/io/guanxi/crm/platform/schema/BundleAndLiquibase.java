package io.guanxi.crm.platform.schema;

import liquibase.Liquibase;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A module's changelogs, and Liquibase's own resources (its XML schemas) behind them. */
record BundleAndLiquibase(Bundle bundle) {

    ResourceAccessor resources() {
        return new CompositeResourceAccessor(
                new BundleResources(bundle), new BundleResources(FrameworkUtil.getBundle(Liquibase.class)));
    }
}
