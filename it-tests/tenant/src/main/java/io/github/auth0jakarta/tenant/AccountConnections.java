package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts that users are about to connect: by ticket while they are asked, by code when they have agreed. */
final class AccountConnections {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Expiring<Asked> asked;
    private final Expiring<Asked> agreed;
    private final Randomness randomness;

    /**
     * What a client asks of a user.
     *
     * @param authSession what completes it, together with the code
     * @param challenge of PKCE, method S256
     */
    record Asked(
            String sub,
            String connection,
            Set<String> scopes,
            String redirectUri,
            String state,
            String challenge,
            String authSession) {}

    AccountConnections(Randomness randomness, InstantSource clock) {
        this.asked = new Expiring<>(clock);
        this.agreed = new Expiring<>(clock);
        this.randomness = randomness;
    }

    /** Returns the ticket. */
    String ask(Asked question) {
        String ticket = randomness.token();
        asked.put(ticket, question, LIFETIME);
        return ticket;
    }

    /** Returns what the ticket is for, where it is this user's. */
    Asked require(@Nullable String ticket, @Nullable SsoSession session) {
        Asked question = asked.find(ticket);
        if (question == null || session == null || !session.sub().equals(question.sub())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "the ticket is not for this browser's user");
        }
        return question;
    }

    /** Returns the code; the ticket is used up. */
    String agree(String ticket, Asked question) {
        asked.take(ticket);
        String code = randomness.token();
        agreed.put(code, question, LIFETIME);
        return code;
    }

    /** Uses a code up. */
    @Nullable
    Asked take(String code) {
        return agreed.take(code);
    }
}
