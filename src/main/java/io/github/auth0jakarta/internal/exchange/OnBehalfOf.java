package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.oauth.OnBehalfOfTokens;
import java.util.Set;
import java.util.function.Supplier;

/** Tokens for further APIs on behalf of callers, for those audiences alone that the configuration lists. */
public final class OnBehalfOf {
    private final ExchangeRules rules;
    private final OnBehalfOfTokens tokens;

    /**
     * A verified access token that a caller brought, or has by a login.
     *
     * @param subject whose it is
     */
    public record CallersToken(String value, String subject) {

        /** Says nothing. */
        @Override
        public String toString() {
            return "CallersToken";
        }
    }

    public OnBehalfOf(ExchangeRules rules, OnBehalfOfTokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    /**
     * Returns a token that has these scopes.
     *
     * @param callersToken not asked for where the audience is refused
     * @throws io.github.auth0jakarta.TokenExchangeException {@code token_exchange.audience_refused}, before anything is sent
     * @throws InteractionRequiredException {@code session.scopes_missing} where the provider grants less
     * @throws io.github.auth0jakarta.Auth0Exception where the provider refuses or does not answer
     */
    public AccessToken get(Supplier<CallersToken> callersToken, String audience, Set<String> scopes) {
        rules.requireAudience(audience);
        CallersToken ofCaller = callersToken.get();
        AccessToken token = tokens.get(ofCaller.value(), ofCaller.subject(), audience, scopes);
        if (!token.scopes().containsAll(scopes)) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_SCOPES_MISSING, "the provider granted less than is needed");
        }
        return token;
    }

    /** Forgets all tokens. */
    public void clear() {
        tokens.clear();
    }
}
