package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.SessionTransferToken;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gets tokens with which sessions begin at other applications (Auth0's session transfer, a Custom Token Exchange). */
public final class SessionTransfer {
    private static final List<String> SCOPES = List.of("openid", "profile", "email");

    private final TokenEndpoint endpoint;
    private final ExchangeRules rules;
    private final String audience;
    private final InstantSource clock;

    /**
     * @param issuer whose name is part of the audience
     */
    public SessionTransfer(TokenEndpoint endpoint, ExchangeRules rules, URI issuer, InstantSource clock) {
        this.endpoint = endpoint;
        this.rules = rules;
        this.audience = "urn:" + issuer.getRawAuthority() + ":session_transfer";
        this.clock = clock;
    }

    /**
     * Gets a token.
     *
     * @param caller the token of the logged-in caller, who acts where the request names nobody
     * @throws TokenExchangeException as {@code TokenExchangeService} says
     */
    public SessionTransferToken get(SessionTransferRequest request, Supplier<ExchangedToken> caller) {
        rules.requireSubject(request.subject());
        request.actor().ifPresent(rules::requireActor);
        request.organization().ifPresent(rules::requireOrganization);
        Optional<String> organization = request.organization().map(String::strip);
        ExchangedToken actor = request.actor().orElseGet(caller);
        Set<String> scopes = new LinkedHashSet<>(SCOPES);
        scopes.addAll(request.scopes());
        FormBody form = new FormBody()
                .add("grant_type", CustomExchange.GRANT_TYPE)
                .add("subject_token_type", request.subject().type())
                .add("subject_token", request.subject().value())
                .add("audience", audience)
                .add("scope", String.join(" ", scopes))
                .add("organization", organization.orElse(null))
                .add("actor_token", actor.value())
                .add("actor_token_type", actor.type())
                .add("reason", request.reason().orElse(null));
        Instant now = clock.instant();
        TokenResponse response = sent(form, new TokenPurpose(audience, scopes));
        return new SessionTransferToken(response.accessToken(), organization, now.plus(response.expiresIn()));
    }

    private TokenResponse sent(FormBody form, TokenPurpose purpose) {
        try {
            TokenResponse response = endpoint.exchange(form, purpose, TokenTypes.SESSION_TRANSFER_TOKEN);
            if (response.issuedTokenType() != null) {
                return response;
            }
        } catch (AuthorizationServerException e) {
            throw refusal(e);
        }
        throw new AuthorizationServerException(
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, "token response: issued_token_type is missing", 200, null);
    }

    /** By the code alone; what the provider says beside is for people. */
    private static RuntimeException refusal(AuthorizationServerException e) {
        return switch (e.error().orElse("")) {
            case "setactor_required" ->
                new TokenExchangeException(
                        Auth0ErrorCode.SESSION_TRANSFER_SETACTOR_REQUIRED, "the Action named no actor", e);
            case "session_transfer_disabled" ->
                new TokenExchangeException(Auth0ErrorCode.SESSION_TRANSFER_DISABLED, "session transfer is off", e);
            default -> e;
        };
    }
}
