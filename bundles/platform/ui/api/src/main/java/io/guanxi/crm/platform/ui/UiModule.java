package io.guanxi.crm.platform.ui;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: a bundle that registers this service adds pages to the web shell. The shell serves the bundle's {@code
 * web/} folder under {@code /crm/ui/m/<id>/} and loads {@code index.js} from there.
 */
@ConsumerType
public interface UiModule {

    /** Short name in URLs and message keys; lower-case letters, digits and dashes. */
    String id();
}
