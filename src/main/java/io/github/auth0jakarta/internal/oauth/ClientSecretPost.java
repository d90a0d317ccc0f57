package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.http.FormBody;
import java.util.Map;

/** Authenticates the client by its secret in the form (RFC 6749, 2.3.1, {@code client_secret_post}). */
public record ClientSecretPost(String clientId, SecretText clientSecret) implements ClientAuthentication {

    @Override
    public Map<String, String> authenticate(FormBody form) {
        form.add("client_id", clientId).add("client_secret", clientSecret.reveal());
        return Map.of();
    }
}
