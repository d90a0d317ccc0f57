package io.github.auth0jakarta.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gets access tokens that are bound to a key of the page's script (RFC 9449, 5).
 *
 * <p>A script with tokens of its own is usually a client of its own. This sample has one client only, so its server asks for
 * the script: the proof comes from the browser, and the key never leaves it.
 */
@ApplicationScoped
public class BoundTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    @ConfigProperty(name = "auth0.issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "auth0.domain")
    private Optional<String> domain;

    @Inject
    @ConfigProperty(name = "auth0.client-id")
    private String clientId;

    @Inject
    @ConfigProperty(name = "auth0.client-secret")
    private String clientSecret;

    @Inject
    @ConfigProperty(name = "auth0.audience")
    private String audience;

    /** Returns the address that a proof has to be for. */
    public URI endpoint() {
        String tenant = issuer.orElseGet(() -> "https://" + domain.orElseThrow() + "/");
        return URI.create(tenant).resolve("/oauth/token");
    }

    /** Asks for a token of the application itself, which may only read orders, bound to the key of this proof. */
    public HttpResponse<String> request(String proof) throws IOException {
        String form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", clientSecret,
                        "audience", audience,
                        "scope", "read:orders")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("DPoP", proof)
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
