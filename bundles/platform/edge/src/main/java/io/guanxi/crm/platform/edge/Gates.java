package io.guanxi.crm.platform.edge;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The gates before the modules. */
@ProviderType
public interface Gates {

    /** All gates, by module. */
    List<GateStatus> list();
}
