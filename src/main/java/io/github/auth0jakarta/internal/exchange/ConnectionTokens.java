package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.SharedAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tokens of other providers for callers' accounts there (Auth0's Token Vault), remembered in memory until they are about to end.
 *
 * <p>Many calls at once for the same cause one exchange. A failure is not remembered, and leaves nothing remembered.
 */
public final class ConnectionTokens {
    private static final String GRANT_TYPE =
            "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token";
    private static final int MOST = 10_000;

    private final TokenEndpoint endpoint;
    private final Duration buffer;
    private final InstantSource clock;
    private final SharedAnswers<Question, ConnectionToken> tokens;

    /** What a token is for. */
    private record Question(
            TokenOwner owner,
            ConnectionTokenRequest.Subject subject,
            String connection,
            Optional<String> loginHint,
            Set<String> scopes) {}

    /** Where the token comes from that says for whom. */
    @FunctionalInterface
    public interface SubjectToken {

        /** Has it exchanged, and returns what came of it. */
        ConnectionToken exchange(Function<String, ConnectionToken> exchange);
    }

    /**
     * @param buffer how long before its end a token counts as ended
     * @param clock tells the time
     */
    public ConnectionTokens(TokenEndpoint endpoint, Duration buffer, InstantSource clock) {
        this.endpoint = endpoint;
        this.buffer = buffer;
        this.clock = clock;
        this.tokens = new SharedAnswers<>(this::keptFor, MOST, clock);
    }

    /**
     * Returns a token.
     *
     * @param owner the caller
     * @param subjectToken the caller's, asked for only where nothing is remembered
     * @throws io.github.auth0jakarta.Auth0Exception as {@code TokenExchangeService} says
     */
    public ConnectionToken get(ConnectionTokenRequest request, TokenOwner owner, SubjectToken subjectToken) {
        if (ExchangeRules.isBlank(request.connection())
                || request.loginHint().filter(String::isBlank).isPresent()) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_CONNECTION_MISSING, "the connection, or its account, is blank");
        }
        Question question =
                new Question(owner, request.subject(), request.connection(), request.loginHint(), request.scopes());
        if (request.isRenewed()) {
            tokens.forget(question::equals);
        }
        return tokens.get(question, () -> subjectToken.exchange(token -> exchange(question, token)));
    }

    private ConnectionToken exchange(Question question, String subjectToken) {
        TokenPurpose purpose = new TokenPurpose(null, question.scopes());
        FormBody form = new FormBody()
                .add("grant_type", GRANT_TYPE)
                .add("connection", question.connection())
                .add("subject_token", subjectToken)
                .add("subject_token_type", type(question.subject()))
                .add("requested_token_type", TokenTypes.CONNECTION_TOKEN)
                .add("login_hint", question.loginHint().orElse(null))
                .add("scope", purpose.scopeText());
        Instant now = clock.instant();
        TokenResponse response = endpoint.exchange(form, purpose, TokenTypes.CONNECTION_TOKEN);
        Set<String> granted = response.scopes();
        return new ConnectionToken(
                response.accessToken(),
                question.connection(),
                question.loginHint(),
                granted == null ? question.scopes() : granted,
                now.plus(response.expiresIn()));
    }

    private static String type(ConnectionTokenRequest.Subject subject) {
        return switch (subject) {
            case REFRESH_TOKEN -> TokenTypes.REFRESH_TOKEN;
            case ACCESS_TOKEN -> TokenTypes.ACCESS_TOKEN;
        };
    }

    private Duration keptFor(ConnectionToken token) {
        Duration left = Duration.between(clock.instant(), token.expiresAt()).minus(buffer);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Forgets what a user has of a connection, in all sessions.
     *
     * @param subject the user's {@code sub}
     */
    public void forget(String subject, String connection) {
        tokens.forget(question -> question.owner().subject().equals(subject)
                && question.connection().equals(connection));
    }

    /** Forgets what a caller has of a connection. */
    public void forget(TokenOwner owner, String connection) {
        tokens.forget(question ->
                question.owner().equals(owner) && question.connection().equals(connection));
    }

    /** Forgets all of them. */
    public void clear() {
        tokens.clear();
    }
}
