package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which second factor the caller wants to show; immutable. */
public final class MfaChallengeRequest {
    private final String type;
    private final @Nullable String authenticatorId;

    private MfaChallengeRequest(String type, @Nullable String authenticatorId) {
        this.type = type;
        this.authenticatorId = authenticatorId;
    }

    /** Returns a request for a one-time code of the caller's app. */
    public static MfaChallengeRequest otp() {
        return new MfaChallengeRequest("otp", null);
    }

    /** Returns a request for something that is sent: a code by message, telephone or email, or a push notification. */
    public static MfaChallengeRequest oob() {
        return new MfaChallengeRequest("oob", null);
    }

    /** Returns a request for this of the caller's {@linkplain MfaAuthenticator#id() factors}. */
    public MfaChallengeRequest withAuthenticator(String id) {
        return new MfaChallengeRequest(type, id);
    }

    /** Returns {@code otp} or {@code oob}. */
    public String type() {
        return type;
    }

    /** Returns the factor; empty for the one that the provider picks. */
    public Optional<String> authenticatorId() {
        return Optional.ofNullable(authenticatorId);
    }

    @Override
    public String toString() {
        return "MfaChallengeRequest[" + type + "]";
    }
}
