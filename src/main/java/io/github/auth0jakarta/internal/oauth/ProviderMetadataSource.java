package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.http.HttpTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The provider's metadata, fetched at first use and kept for ten minutes.
 *
 * <p>Any number of threads that need it at once cause one request. When the provider cannot be reached, or says something
 * that cannot be used, the last good metadata stays and the provider is asked again half a minute later.
 */
public final class ProviderMetadataSource {
    private static final Logger LOGGER = System.getLogger(ProviderMetadataSource.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final HttpTransport transport;
    private final JsonAnswers answers;
    private final MetadataParser parser;
    private final URI address;
    private final SharedAnswers<URI, ProviderMetadata> answered;
    private final InstantSource clock;
    private volatile @Nullable ProviderMetadata lastGood;
    /** When the provider is asked again after a failure; null where the last answer was good. */
    private volatile @Nullable Instant retryAt;

    /**
     * @param issuer exactly as it has to stand in the document
     */
    public ProviderMetadataSource(
            HttpTransport transport, JsonAnswers answers, String issuer, boolean insecureAllowed, InstantSource clock) {
        this.answered = new SharedAnswers<>(FRESH, 1, clock);
        this.clock = clock;
        this.transport = transport;
        this.answers = answers;
        this.parser = new MetadataParser(issuer, insecureAllowed);
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        this.address = URI.create(base + "/.well-known/openid-configuration");
    }

    /**
     * Returns the metadata.
     *
     * @throws Auth0Exception {@code server.metadata_invalid}, {@code server.error_response} or one of {@code transport.*},
     *     where there has never been good metadata
     */
    public ProviderMetadata get() {
        ProviderMetadata old = lastGood;
        Instant retry = retryAt;
        if (old != null && retry != null) {
            if (clock.instant().isBefore(retry)) {
                return old;
            }
            // Others go on with the old one while this thread asks.
            retryAt = clock.instant().plus(RETRY);
            answered.clear();
        }
        return answered.get(address, this::load);
    }

    /** Forgets the metadata, the last good one too. */
    public void drop() {
        lastGood = null;
        retryAt = null;
        answered.clear();
    }

    private ProviderMetadata load() {
        try {
            ProviderMetadata metadata =
                    parser.parse(answers.object(transport.get(address), Auth0ErrorCode.SERVER_METADATA_INVALID));
            lastGood = metadata;
            retryAt = null;
            return metadata;
        } catch (Auth0Exception e) {
            ProviderMetadata old = lastGood;
            if (old == null) {
                throw e;
            }
            LOGGER.log(
                    Level.WARNING,
                    "The provider''s metadata could not be renewed, the old one stays: {0}",
                    e.getMessage());
            retryAt = clock.instant().plus(RETRY);
            return old;
        }
    }
}
