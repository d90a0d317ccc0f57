package io.github.auth0jakarta.tenant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a user has besides a password; guarded by the {@link SecondFactors} that it is in. */
final class SecondFactor {

    final String id;
    final Kind kind;
    /** Base32 for one-time codes, the code itself for recovery, else where codes are sent. */
    final String detail;

    private final Instant createdAt;
    boolean confirmed;
    long lastStep = -1;
    private @Nullable Instant lastAuth;

    /** The kinds, by Auth0's three names for each. */
    enum Kind {
        OTP("otp", "otp", null),
        SMS("oob", "phone", "sms"),
        VOICE("oob", "phone", "voice"),
        EMAIL("oob", "email", "email"),
        PUSH("oob", "push-notification", "auth0"),
        RECOVERY_CODE("recovery-code", "recovery-code", null);

        final String authenticatorType;
        final String type;
        final @Nullable String channel;

        Kind(String authenticatorType, String type, @Nullable String channel) {
            this.authenticatorType = authenticatorType;
            this.type = type;
            this.channel = channel;
        }

        static @Nullable Kind ofChannel(String channel) {
            for (Kind kind : values()) {
                if (channel.equals(kind.channel)) {
                    return kind;
                }
            }
            return null;
        }
    }

    SecondFactor(String id, Kind kind, String detail, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.detail = detail;
        this.createdAt = createdAt;
    }

    /** Remembers that it was shown, which confirms it. */
    void shown(Instant time) {
        confirmed = true;
        lastAuth = time;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("authenticator_type", kind.authenticatorType);
        json.put("type", kind.type);
        json.put("active", confirmed);
        if (kind.channel != null) {
            json.put("oob_channels", List.of(kind.channel));
            json.put("name", "XXXX" + detail.substring(Math.max(0, detail.length() - 4)));
        }
        if (kind.type.equals("phone")) {
            json.put("phone_number", "XXXX" + detail.substring(Math.max(0, detail.length() - 4)));
        }
        json.put("created_at", createdAt.toString());
        if (lastAuth != null) {
            json.put("last_auth", lastAuth.toString());
        }
        return json;
    }
}
