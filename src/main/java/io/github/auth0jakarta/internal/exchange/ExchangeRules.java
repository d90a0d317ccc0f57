package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.TokenTypeIdentifier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to be so before anything is sent; each method throws {@link TokenExchangeException} where it is not. */
public final class ExchangeRules {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s.*", Pattern.DOTALL);

    private final Auth0Config.TokenExchange allowed;

    public ExchangeRules(Auth0Config.TokenExchange allowed) {
        this.allowed = allowed;
    }

    /** Requires a subject token, of a type that is configured. */
    void requireSubject(ExchangedToken subject) {
        if (!isToken(subject.value())) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_INVALID,
                    "the subject token is missing, blank, has white space around it or begins with Bearer");
        }
        requireType(subject.type());
        if (!allowed.subjectTokenTypes().contains(subject.type())) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPE_REFUSED,
                    "auth0.token-exchange.subject-token-types does not list the type of the subject token");
        }
    }

    /** Requires an actor token, and its type. */
    void requireActor(ExchangedToken actor) {
        if (!isToken(actor.value()) || isBlank(actor.type())) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_ACTOR_TOKEN_INVALID,
                    "the actor token is missing, blank, has white space around it, begins with Bearer or has no type");
        }
        requireType(actor.type());
    }

    /** Requires the name of a token type. */
    void requireType(@Nullable String type) {
        if (type == null || !TokenTypeIdentifier.isValid(type)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_TYPE_INVALID,
                    "a token type is not a URL or URN of 10 to 100 characters");
        }
    }

    /** Requires an audience that is configured. */
    void requireAudience(String audience) {
        if (!allowed.audiences().contains(audience)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_AUDIENCE_REFUSED,
                    "auth0.token-exchange.audiences does not list the audience");
        }
    }

    /** Requires the name of an organization. */
    void requireOrganization(String organization) {
        if (isBlank(organization)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_ORGANIZATION_INVALID, "the organization is blank");
        }
    }

    /** Applications that are not null-marked hand over whatever they have. */
    private static boolean isToken(@Nullable String token) {
        return !isBlank(token)
                && token != null
                && token.equals(token.strip())
                && !BEARER.matcher(token).matches();
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
