package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AccessToken;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the client itself, remembered until they are about to end. Many calls at once that want the same cause one request;
 * a failure is not remembered.
 */
public final class ClientCredentials {
    private static final int MOST = 1_000;

    private final TokenEndpoint endpoint;
    private final TokenSets sets;
    private final Duration buffer;
    private final InstantSource clock;
    private final SharedAnswers<Question, AccessToken> tokens;

    /** What a token is for; issuer, client and key are the same for all of them. */
    private record Question(TokenPurpose purpose, @Nullable String organization) {}

    /**
     * @param buffer how long before its end a token counts as ended
     * @param clock tells the time
     */
    public ClientCredentials(TokenEndpoint endpoint, TokenSets sets, Duration buffer, InstantSource clock) {
        this.endpoint = endpoint;
        this.sets = sets;
        this.buffer = buffer;
        this.clock = clock;
        this.tokens = new SharedAnswers<>(this::keptFor, MOST, clock);
    }

    /**
     * Returns a token.
     *
     * @param organization whose token it is to be, null for none
     * @throws io.github.auth0jakarta.Auth0Exception as {@link TokenEndpoint}
     */
    public AccessToken get(TokenPurpose purpose, @Nullable String organization) {
        return tokens.get(
                new Question(purpose, organization),
                () -> sets.accessToken(endpoint.clientCredentials(purpose, organization), purpose));
    }

    private Duration keptFor(AccessToken token) {
        Duration left = Duration.between(clock.instant(), token.expiresAt()).minus(buffer);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Forgets all of them. */
    public void clear() {
        tokens.clear();
    }
}
