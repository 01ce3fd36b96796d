package io.guanxi.crm.platform.security;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param token opaque, 256 random bits; stored only as a hash
 * @param csrfToken what a write with the session's cookie must carry in {@code X-CSRF-Token}
 */
public record Session(String token, String csrfToken, Caller caller, Instant expiresAt) {}
