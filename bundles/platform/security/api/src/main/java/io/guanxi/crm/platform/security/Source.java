package io.guanxi.crm.platform.security;

/**
 * Where a user or department comes from that was not made here.
 *
 * @param code id of an {@link IdentityProvider}, or {@code realm:} with the name of a JAAS realm
 * @param externalId what it is called there; it stays
 */
public record Source(String code, String externalId) {

    private static final String REALM = "realm:";

    /** A realm of the container, whose users have no other id than their name. */
    public static Source realm(String realm, String name) {
        return new Source(REALM + realm, name);
    }

    /** True for a realm, false for a provider. */
    public boolean isRealm() {
        return code.startsWith(REALM);
    }

    /** True for this realm of the container. */
    public boolean isRealm(String realm) {
        return code.equals(REALM + realm);
    }
}
