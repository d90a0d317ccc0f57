package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.oauth.ClientEndpoints;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import java.net.URI;

/** Metadata of {@link TestJwts#ISSUER}, where a test needs no more than some. */
public final class TestMetadata {
    private TestMetadata() {}

    /**
     * Returns metadata with the necessary addresses.
     *
     * @param issuerParameterSupported whether an {@code iss} in each answer is promised
     */
    public static ProviderMetadata provider(boolean issuerParameterSupported) {
        return new ProviderMetadata(
                TestJwts.ISSUER,
                at("authorize"),
                at(".well-known/jwks.json"),
                null,
                new ClientEndpoints(at("oauth/token"), null, null, null, null),
                null,
                issuerParameterSupported,
                false);
    }

    private static URI at(String path) {
        return URI.create(TestJwts.ISSUER + path);
    }
}
