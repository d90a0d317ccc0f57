package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches and reads the key set each time it is asked, and remembers whether that went well. */
final class JwksEndpoint implements JWKSetSource<SecurityContext> {
    private static final Logger LOGGER = System.getLogger(JwksEndpoint.class.getName());

    private final Supplier<URI> jwksUri;
    private final JwksFetcher fetcher;
    private final StrictJson json;
    private volatile boolean failing;

    /** @param jwksUri asked for each fetch, because metadata may come later than the first token, and may change */
    JwksEndpoint(Supplier<URI> jwksUri, JwksFetcher fetcher, StrictJson json) {
        this.jwksUri = jwksUri;
        this.fetcher = fetcher;
        this.json = json;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JwksDocument.parse(json, fetcher.fetch(jwksUri.get()));
            note(false, "again without error");
            return keys;
        } catch (Auth0Exception e) {
            note(true, e.toString());
            // The one type that Nimbus' outage tolerance answers with the last good set.
            throw new JWKSetUnavailableException("no key set", e);
        }
    }

    /** Logs the beginning and the end of an outage, not each attempt in between. */
    private void note(boolean failed, String outcome) {
        if (failed != failing) {
            failing = failed;
            LOGGER.log(failed ? Level.WARNING : Level.INFO, "Fetching the provider''s keys: {0}", outcome);
        }
    }

    /** Returns whether the last fetch failed. */
    boolean isFailing() {
        return failing;
    }

    /** Does nothing: there is nothing to close. */
    @Override
    public void close() {}
}
