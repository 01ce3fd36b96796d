package io.guanxi.crm.platform.security;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: what a module asks {@link Access} about, so that roles can be given it; an OSGi service. */
@ConsumerType
public interface GuardedTypes {

    /** As they are now. */
    List<GuardedType> types();
}
