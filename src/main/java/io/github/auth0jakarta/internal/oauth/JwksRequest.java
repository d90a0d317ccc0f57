package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.jose.JwksFetcher;
import java.net.URI;

/** Fetches the provider's key set (RFC 7517, 5). */
public final class JwksRequest implements JwksFetcher {
    private final HttpTransport transport;

    public JwksRequest(HttpTransport transport) {
        this.transport = transport;
    }

    @Override
    public byte[] fetch(URI jwksUri) {
        HttpAnswer answer = transport.get(jwksUri);
        if (answer.status() != 200) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_KEYS_INVALID,
                    "keys: the provider answered " + answer.status(),
                    answer.status(),
                    null,
                    answer.retryAfter());
        }
        return answer.body();
    }
}
