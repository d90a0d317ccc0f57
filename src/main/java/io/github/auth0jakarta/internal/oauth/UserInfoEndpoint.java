package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.http.SecondAttempt;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The UserInfo endpoint (OpenID Connect Core 5.3), for bearer tokens and for those bound to this client's key. */
public final class UserInfoEndpoint {
    private static final String ACCEPT = "application/json, application/jwt";

    private final Supplier<ClientEndpoints> endpoints;
    private final HttpTransport transport;
    private final JsonAnswers answers;
    private final @Nullable DpopClient dpop;
    private final @Nullable SignedUserInfo signed;

    /**
     * @param endpoints asked for each call
     * @param dpop what tokens are bound with, null where they are not
     * @param signed validates signed answers, null where there is no client that they could be for
     */
    public UserInfoEndpoint(
            Supplier<ClientEndpoints> endpoints,
            HttpTransport transport,
            JsonAnswers answers,
            @Nullable DpopClient dpop,
            @Nullable SignedUserInfo signed) {
        this.endpoints = endpoints;
        this.transport = transport;
        this.answers = answers;
        this.dpop = dpop;
        this.signed = signed;
    }

    /**
     * Returns the claims.
     *
     * @param expectedSubject the {@code sub} of the ID token; another one in the answer is refused (5.3.2)
     * @throws AuthorizationServerException where the provider refuses or has no such endpoint
     */
    public Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject) {
        URI address = endpoints.get().userinfo();
        if (address == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_METADATA_INVALID, "metadata: userinfo_endpoint is missing", 200, null);
        }
        Map<String, Object> claims = claims(get(address, accessToken));
        if (!expectedSubject.equals(claims.get("sub"))) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_SUBJECT_MISMATCH, "userinfo: sub is not that of the ID token", 200, null);
        }
        return claims;
    }

    private Map<String, Object> claims(HttpAnswer answer) {
        if (signed != null && answer.status() == 200 && answer.contentType().equals("application/jwt")) {
            return signed.claims(answer.body());
        }
        return answers.object(answer, Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
    }

    private HttpAnswer get(URI address, AccessToken accessToken) {
        if (!accessToken.type().equalsIgnoreCase(TokenType.DPOP.text())) {
            return transport.get(address, headers(TokenType.BEARER, accessToken, Map.of()));
        }
        if (dpop == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH,
                    "userinfo: the access token is bound to a key, and there is none to prove it with",
                    200,
                    null);
        }
        // A second attempt needs a proof of its own: the first one may have been used up.
        return SecondAttempt.ofGet(() -> dpop.get(
                address,
                accessToken.value(),
                proof -> transport.getOnce(address, headers(TokenType.DPOP, accessToken, Map.of("DPoP", proof)))));
    }

    private static Map<String, String> headers(TokenType type, AccessToken accessToken, Map<String, String> proof) {
        Map<String, String> headers = new HashMap<>(proof);
        headers.put("Accept", ACCEPT);
        headers.put("Authorization", type.text() + " " + accessToken.value());
        return headers;
    }
}
