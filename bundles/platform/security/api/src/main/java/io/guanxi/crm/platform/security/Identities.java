package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The systems that users and departments come from, and how they are taken over. Needs the rights over users. */
@ProviderType
public interface Identities {

    /**
     * A system that is there.
     *
     * @param last how it went the last time
     */
    record Provider(String id, Text label, boolean checksPasswords, Optional<SyncReport> last) {}

    /** By id. */
    List<Provider> providers();

    /**
     * Takes its users and departments over, in one transaction. The last administrator who can sign in stays one.
     *
     * @throws io.guanxi.crm.platform.problem.NotFoundException where there is no such provider
     */
    SyncReport synchronise(String provider);
}
