package io.guanxi.crm.platform.edge;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Puts a new version of a bundle in the place of the running one without a failed request. */
@ProviderType
public interface Exchange {

    /**
     * Holds the gates of the bundle's module, waits for the requests inside, exchanges the bundle, waits until it serves
     * again and lets the waiting requests go on. One exchange runs at a time.
     *
     * @param force go on where requests don't end in time, and where other bundles are restarted too
     * @throws ExchangeFailedException where nothing was changed, or the previous version was put back
     */
    ExchangeReport exchange(String symbolicName, Path jar, boolean force);
}
