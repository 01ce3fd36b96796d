package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Identities;
import java.util.Optional;

/**
 * A system that users come from, on the wire.
 *
 * @param last how it went the last time
 */
public record IdentityProviderView(String id, LabelView label, boolean checksPasswords, Optional<SyncReportView> last) {

    static IdentityProviderView of(Identities.Provider provider) {
        return new IdentityProviderView(
                provider.id(),
                LabelView.of(provider.label()),
                provider.checksPasswords(),
                provider.last().map(SyncReportView::of));
    }
}
