package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.http.FormBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Authenticates the client by its secret in the header (RFC 6749, 2.3.1, {@code client_secret_basic}): id and secret are
 * form-encoded first, so that a colon in the id is not taken for the one between the two.
 */
public record ClientSecretBasic(String clientId, SecretText clientSecret) implements ClientAuthentication {

    @Override
    public Map<String, String> authenticate(FormBody form) {
        String pair = encoded(clientId) + ":" + encoded(clientSecret.reveal());
        String credentials = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return Map.of("Authorization", "Basic " + credentials);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isClientIdInForm() {
        return false;
    }
}
