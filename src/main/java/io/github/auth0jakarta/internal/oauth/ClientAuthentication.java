package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.http.FormBody;
import java.util.Map;

/**
 * How this client proves to the provider who it is (RFC 6749, 2.3); one way, exactly as configured, and never another
 * when that one fails.
 */
public sealed interface ClientAuthentication permits ClientSecretBasic, ClientSecretPost, PrivateKeyJwt, TlsClientAuth {

    /** Returns the {@code client_id}. */
    String clientId();

    /** Adds to a new form what proves it, and returns the headers that go with it. */
    Map<String, String> authenticate(FormBody form);

    /** Returns whether {@link #authenticate} adds {@code client_id} to the form. */
    default boolean isClientIdInForm() {
        return true;
    }

    /** Returns the same way as Auth0's authentication API takes it, beside the endpoints of OAuth. */
    default ClientAuthentication ofAuthenticationApi() {
        return this;
    }

    /** Returns the addresses for this way of authentication. */
    default ClientEndpoints endpoints(ProviderMetadata provider) {
        return provider.endpoints();
    }
}
