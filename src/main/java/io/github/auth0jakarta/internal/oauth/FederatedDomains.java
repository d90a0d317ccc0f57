package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Asks Auth0 which e-mail domains belong to an enterprise connection (WebFinger, RFC 7033, 4).
 *
 * <p>The answer decides how a login page looks and nothing else, so where there is none it is no.
 */
public final class FederatedDomains {
    private static final Logger LOGGER = System.getLogger(FederatedDomains.class.getName());
    private static final String RESOURCE = "urn:auth0:discovery:domain:";
    private static final String RELATION = "http://openid.net/specs/connect/1.0/issuer";
    private static final Duration YES = Duration.ofSeconds(60);
    private static final Duration NO = Duration.ofSeconds(15);
    private static final int MOST = 1_000;

    private final HttpTransport transport;
    private final URI address;
    private final SharedAnswers<String, Boolean> answers;

    public FederatedDomains(HttpTransport transport, String issuer, InstantSource clock) {
        this.transport = transport;
        this.address = URI.create(issuer).resolve("/.well-known/webfinger");
        this.answers = new SharedAnswers<>(yes -> yes ? YES : NO, MOST, clock);
    }

    /**
     * Returns whether there is a connection for a domain.
     *
     * @param domain a host name
     */
    public boolean contains(String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        try {
            return answers.get(name, () -> ask(name));
        } catch (Auth0Exception e) {
            LOGGER.log(Level.DEBUG, "Whether a domain is federated is not known: {0}", e.getMessage());
            return false;
        }
    }

    private boolean ask(String domain) {
        FormBody query = new FormBody().add("resource", RESOURCE + domain).add("rel", RELATION);
        HttpAnswer answer = transport.get(URI.create(address + "?" + query.encoded()));
        return switch (answer.status()) {
            case 200 -> true;
            case 404 -> false;
            default ->
                throw new AuthorizationServerException(
                        Auth0ErrorCode.SERVER_ERROR_RESPONSE,
                        "the provider answered " + answer.status(),
                        answer.status(),
                        null);
        };
    }

    /** Forgets all answers. */
    public void clear() {
        answers.clear();
    }
}
