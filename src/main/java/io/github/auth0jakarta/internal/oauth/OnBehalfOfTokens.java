package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.internal.jose.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Tokens for other APIs on behalf of callers, remembered for a while, so that not each call to an API costs one to the provider.
 *
 * <p>Many calls at once for the same caller, API and scopes cause one exchange. A token is given again only to whoever has the
 * very token that it was exchanged for, of which no more than the SHA-256 is kept. A failure is not remembered.
 */
public final class OnBehalfOfTokens {
    /** How long a token is given again at most, so that what the provider decides anew takes effect soon. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    private final OnBehalfOfGrant grant;
    private final Duration buffer;
    private final InstantSource clock;
    private final SharedAnswers<Question, AccessToken> tokens;

    /** What a token is for. */
    private record Question(String digest, String audience, Set<String> scopes) {}

    /**
     * @param buffer how long before its end a token counts as ended
     * @param clock tells the time
     */
    public OnBehalfOfTokens(OnBehalfOfGrant grant, Duration buffer, InstantSource clock) {
        this.grant = grant;
        this.buffer = buffer;
        this.clock = clock;
        this.tokens = new SharedAnswers<>(this::keptFor, MOST, clock);
    }

    /**
     * Returns a token for another API.
     *
     * @param callersToken verified
     * @param subject who the caller is
     * @throws io.github.auth0jakarta.Auth0Exception as {@link OnBehalfOfGrant#exchange}
     */
    public AccessToken get(String callersToken, String subject, String audience, Set<String> scopes) {
        Question question = new Question(Sha256.base64Url(callersToken), audience, Set.copyOf(scopes));
        return tokens.get(question, () -> exchange(callersToken, subject, question));
    }

    private AccessToken exchange(String callersToken, String subject, Question question) {
        Instant now = clock.instant();
        TokenResponse response = grant.exchange(callersToken, subject, question.audience, question.scopes);
        return new AccessToken(
                response.accessToken(),
                response.tokenType(),
                question.audience,
                Scopes.granted(question.scopes, response.scopes()),
                now.plus(response.expiresIn()));
    }

    private Duration keptFor(AccessToken token) {
        Duration left = Duration.between(clock.instant(), token.expiresAt()).minus(buffer);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    /** Forgets all of them. */
    public void clear() {
        tokens.clear();
    }
}
