package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.FormBody;
import java.util.Map;

/**
 * Authenticates the client by the certificate that its connections show (RFC 8705, 2, {@code tls_client_auth} and
 * {@code self_signed_tls_client_auth}), at the addresses that ask for one.
 */
public record TlsClientAuth(String clientId) implements ClientAuthentication {

    @Override
    public Map<String, String> authenticate(FormBody form) {
        form.add("client_id", clientId);
        return Map.of();
    }

    /**
     * Returns the addresses that ask for a certificate.
     *
     * @throws AuthorizationServerException {@code server.mtls_unsupported} where there are none: at the others, nobody
     *     would look at the certificate
     */
    @Override
    public ClientEndpoints endpoints(ProviderMetadata provider) {
        ClientEndpoints endpoints = provider.mtlsEndpoints();
        if (endpoints == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_MTLS_UNSUPPORTED,
                    "metadata: mtls_endpoint_aliases is missing or not the issuer's",
                    200,
                    null);
        }
        return endpoints;
    }
}
