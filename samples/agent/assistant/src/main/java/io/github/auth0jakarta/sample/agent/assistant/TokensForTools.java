package io.github.auth0jakarta.sample.agent.assistant;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gets tokens with which the assistant calls the tools for its user (RFC 8693): the subject is the user, by the access token of
 * the login, and the actor is the assistant, by a token of its own.
 */
@ApplicationScoped
public class TokensForTools {
    /** The name of the tenant's profile for access tokens of the assistant's users. */
    private static final String USER_TOKEN = "urn:cardinal-coffee:user-token";

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    @Inject
    private Auth0Client client;

    @Inject
    private AccessTokenService logins;

    @Inject
    private TokenExchangeService exchanges;

    @Inject
    @ConfigProperty(name = "tools.audience")
    private String audience;

    @Inject
    @ConfigProperty(name = "auth0.issuer")
    private String issuer;

    /** Makes sure that the tools trust the one authorization server that this application is a client of. */
    void check(String authorizationServer) {
        if (!authorizationServer.equals(issuer)) {
            throw new IllegalStateException("the tools have another authorization server");
        }
    }

    /** Returns a token with these scopes, and shows what it says. */
    AccessToken get(Set<String> scopes, Trace trace) {
        AccessToken actor = client.clientCredentials(ClientCredentialsRequest.of(audience));
        trace.add(
                "Assistant",
                "Auth0",
                "client credentials: a token of its own, to act with",
                200,
                TokenClaims.of(actor));
        String asked = "token exchange for " + String.join(" ", scopes) + ": subject the user, actor the assistant";
        try {
            AccessToken token = exchanges
                    .exchange(TokenExchangeRequest.of(logins.accessToken().value(), USER_TOKEN)
                            .withActor(actor.value(), ACCESS_TOKEN)
                            .withAudience(audience)
                            .withScopes(scopes))
                    .accessToken();
            trace.add("Assistant", "Auth0", asked, 200, TokenClaims.of(token));
            return token;
        } catch (AuthorizationServerException e) {
            trace.add(
                    "Assistant",
                    "Auth0",
                    asked,
                    e.status(),
                    Map.of("error", e.error().orElse("")));
            throw e;
        }
    }
}
