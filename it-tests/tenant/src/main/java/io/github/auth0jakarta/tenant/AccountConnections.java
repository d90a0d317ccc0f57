package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts that users are about to connect: by ticket while they are asked, by code when they have agreed. */
final class AccountConnections {

    private final Expiring<Pending> pending;
    private final Expiring<Agreed> agreed;
    private final Randomness randomness;
    private final TenantSettings settings;

    /**
     * What a client asks of a user.
     *
     * @param challenge of PKCE, method S256
     */
    record Asked(
            String sub,
            String clientId,
            String connection,
            Set<String> scopes,
            String redirectUri,
            String state,
            String challenge) {}

    /**
     * What the client is told.
     *
     * @param authSession what completes it, together with the code
     */
    record Begun(String ticket, String authSession, Duration lifetime) {}

    private record Pending(Asked asked, String authSession) {}

    /**
     * What the user has agreed to.
     *
     * @param userId the name of the account at the other provider
     */
    record Agreed(Asked asked, String authSession, String userId) {}

    AccountConnections(Randomness randomness, InstantSource clock, TenantSettings settings) {
        this.pending = new Expiring<>(clock);
        this.agreed = new Expiring<>(clock);
        this.randomness = randomness;
        this.settings = settings;
    }

    Begun ask(Asked asked) {
        Begun begun = new Begun(randomness.token(), randomness.token(), settings.connectionLifetime());
        pending.put(begun.ticket(), new Pending(asked, begun.authSession()), begun.lifetime());
        return begun;
    }

    /** Returns what the ticket is for, where it is this user's. */
    Asked require(String ticket, @Nullable SsoSession session) {
        Pending found = pending.find(ticket);
        if (found == null
                || session == null
                || !session.sub().equals(found.asked().sub())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "the ticket is not for this browser's user");
        }
        return found.asked();
    }

    /** Uses the ticket up and returns the code. */
    String agree(String ticket, String userId) {
        Pending found = pending.take(ticket);
        if (found == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "the ticket was used meanwhile");
        }
        String code = randomness.token();
        agreed.put(code, new Agreed(found.asked(), found.authSession(), userId), settings.connectionLifetime());
        return code;
    }

    /** Uses the ticket up. */
    void decline(String ticket) {
        pending.take(ticket);
    }

    /** Uses a code up. */
    @Nullable
    Agreed take(String code) {
        return agreed.take(code);
    }
}
