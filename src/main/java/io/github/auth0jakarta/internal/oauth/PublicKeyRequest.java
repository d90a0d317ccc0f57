package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.jose.JwksFetcher;
import java.net.URI;
import java.util.Map;

/** Fetches public keys that may be in other forms than a JWKS, such as PEM. */
public final class PublicKeyRequest implements JwksFetcher {
    private static final Map<String, String> ANY_FORM =
            Map.of("Accept", "application/json, text/plain;q=0.9, */*;q=0.8");

    private final HttpTransport transport;

    public PublicKeyRequest(HttpTransport transport) {
        this.transport = transport;
    }

    @Override
    public byte[] fetch(URI location) {
        HttpAnswer answer = transport.get(location, ANY_FORM);
        if (answer.status() != 200) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_KEYS_INVALID,
                    "keys: the answer was " + answer.status(),
                    answer.status(),
                    null,
                    answer.retryAfter());
        }
        return answer.body();
    }
}
