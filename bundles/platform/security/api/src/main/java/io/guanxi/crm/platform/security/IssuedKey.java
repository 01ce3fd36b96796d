package io.guanxi.crm.platform.security;

/**
 * A new key.
 *
 * @param token 256 random bits; only its hash is stored, so that it can't be shown again
 */
public record IssuedKey(ApiKey key, String token) {

    /** Never with the token, wherever it ends up. */
    @Override
    public String toString() {
        return "IssuedKey[" + key + "]";
    }
}
