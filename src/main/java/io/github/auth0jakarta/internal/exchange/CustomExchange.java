package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.OrganizationClaims;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.oauth.UnverifiedClaims;
import org.jspecify.annotations.Nullable;

/** Exchanges any token for one of the provider's (RFC 8693, 2, as Auth0's Custom Token Exchange). */
public final class CustomExchange {
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final TokenEndpoint endpoint;
    private final TokenSets tokenSets;
    private final ExchangeRules rules;
    private final UnverifiedClaims unverified;

    public CustomExchange(
            TokenEndpoint endpoint, TokenSets tokenSets, ExchangeRules rules, UnverifiedClaims unverified) {
        this.endpoint = endpoint;
        this.tokenSets = tokenSets;
        this.rules = rules;
        this.unverified = unverified;
    }

    /**
     * What an exchange brought.
     *
     * @param response as the provider sent it
     * @param purpose what it was asked for
     * @param tokens as the application sees it
     */
    public record Exchanged(TokenResponse response, TokenPurpose purpose, TokenSet tokens) {}

    /**
     * Exchanges a token; each call asks the provider, where the request is allowed.
     *
     * @param callersSubject who the caller is, where the subject token is the caller's own; else null
     * @throws TokenExchangeException as {@code TokenExchangeService} says
     */
    public Exchanged exchange(TokenExchangeRequest request, @Nullable String callersSubject) {
        FormBody form = form(request);
        TokenPurpose purpose = new TokenPurpose(request.audience().orElse(null), request.scopes());
        TokenResponse response =
                endpoint.exchange(form, purpose, request.requestedTokenType().orElse(null));
        TokenSet tokens = tokenSets.of(response, purpose);
        request.organization().ifPresent(asked -> requireOrganization(tokens, asked));
        requireSubject(tokens, callersSubject);
        return new Exchanged(response, purpose, withActors(tokens));
    }

    private FormBody form(TokenExchangeRequest request) {
        ExchangedToken subject = request.subject();
        rules.requireSubject(subject);
        request.actor().ifPresent(rules::requireActor);
        request.requestedTokenType().ifPresent(rules::requireType);
        request.audience().ifPresent(rules::requireAudience);
        request.organization().ifPresent(rules::requireOrganization);
        FormBody form = new FormBody()
                .add("grant_type", GRANT_TYPE)
                .add("subject_token_type", subject.type())
                .add("subject_token", subject.value())
                .add("audience", request.audience().orElse(null))
                .add("scope", new TokenPurpose(null, request.scopes()).scopeText())
                .add("requested_token_type", request.requestedTokenType().orElse(null))
                .add("organization", request.organization().map(String::strip).orElse(null))
                .add("actor_token", request.actor().map(ExchangedToken::value).orElse(null))
                .add(
                        "actor_token_type",
                        request.actor().map(ExchangedToken::type).orElse(null));
        FurtherParameters.addTo(form, request.parameters());
        return form;
    }

    private static void requireOrganization(TokenSet tokens, String asked) {
        if (tokens.idToken().isPresent() && !OrganizationClaims.name(tokens.claims(), asked.strip())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH, "the token is not of the organization asked for");
        }
    }

    /** A token for another API is not ours to verify, but one that names somebody else is not the caller's for sure. */
    private void requireSubject(TokenSet tokens, @Nullable String expected) {
        if (expected == null) {
            return;
        }
        String ofAccessToken = unverified.subject(tokens.accessToken().value()).orElse(expected);
        Object ofIdToken = tokens.claims().getOrDefault("sub", expected);
        if (!expected.equals(ofAccessToken) || !expected.equals(ofIdToken)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH, "the answer names somebody else than the caller");
        }
    }

    private TokenSet withActors(TokenSet tokens) {
        ActorChain actors = tokens.actors().isEmpty()
                ? unverified.actors(tokens.accessToken().value())
                : tokens.actors();
        return new TokenSet(
                tokens.accessToken(),
                tokens.idToken(),
                tokens.claims(),
                tokens.refreshToken(),
                tokens.issuedTokenType(),
                actors,
                tokens.authorizationDetails());
    }
}
