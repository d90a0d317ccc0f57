package io.github.auth0jakarta.internal.logout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A logout token that passed every rule of Back-Channel Logout 1.0, 2.6; {@link LogoutTokenValidator} alone makes one. */
public final class VerifiedLogoutToken {
    private final String id;
    private final @Nullable String subject;
    private final @Nullable String sid;
    private final Instant issuedAt;
    private final Instant refusedFrom;

    VerifiedLogoutToken(
            String id, @Nullable String subject, @Nullable String sid, Instant issuedAt, Instant refusedFrom) {
        this.id = id;
        this.subject = subject;
        this.sid = sid;
        this.issuedAt = issuedAt;
        this.refusedFrom = refusedFrom;
    }

    /** Returns the {@code jti}. */
    public String id() {
        return id;
    }

    /** Returns whose sessions end, null where only {@link #sid} says which. */
    public @Nullable String subject() {
        return subject;
    }

    /** Returns the provider's id of the session that ends, null for all sessions of the subject. */
    public @Nullable String sid() {
        return sid;
    }

    /** Returns when it was issued, by the provider's clock. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** Returns from when on the token is refused for its age. */
    public Instant refusedFrom() {
        return refusedFrom;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "VerifiedLogoutToken";
    }
}
