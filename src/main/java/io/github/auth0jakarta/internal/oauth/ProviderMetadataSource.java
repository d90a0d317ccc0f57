package io.github.auth0jakarta.internal.oauth;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.http.HttpTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The provider's metadata, fetched at first use and kept for ten minutes.
 *
 * <p>Any number of threads that need it at once cause one request. When the provider cannot be reached, or says something
 * else than before that cannot be used, the last good metadata stays.
 */
public final class ProviderMetadataSource {
    private static final Logger LOGGER = System.getLogger(ProviderMetadataSource.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final HttpTransport transport;
    private final JsonAnswers answers;
    private final MetadataParser parser;
    private final URI address;
    private final AsyncCache<URI, ProviderMetadata> cache;
    private volatile @Nullable ProviderMetadata lastGood;

    /**
     * @param issuer exactly as it has to stand in the document
     */
    public ProviderMetadataSource(
            HttpTransport transport, JsonAnswers answers, String issuer, boolean insecureAllowed) {
        this(transport, answers, issuer, insecureAllowed, Ticker.systemTicker());
    }

    ProviderMetadataSource(
            HttpTransport transport, JsonAnswers answers, String issuer, boolean insecureAllowed, Ticker ticker) {
        this.transport = transport;
        this.answers = answers;
        this.parser = new MetadataParser(issuer, insecureAllowed);
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        this.address = URI.create(base + "/.well-known/openid-configuration");
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).buildAsync();
    }

    /**
     * Returns the metadata.
     *
     * @throws Auth0Exception {@code server.metadata_invalid}, {@code server.error_response} or one of {@code transport.*},
     *     where there has never been good metadata
     */
    public ProviderMetadata get() {
        CompletableFuture<ProviderMetadata> mine = new CompletableFuture<>();
        CompletableFuture<ProviderMetadata> present = cache.asMap().putIfAbsent(address, mine);
        if (present == null) {
            load(mine);
            present = mine;
        }
        try {
            return present.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Auth0Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Forgets the metadata, the last good one too. */
    public void drop() {
        lastGood = null;
        cache.synchronous().invalidateAll();
    }

    private void load(CompletableFuture<ProviderMetadata> result) {
        try {
            ProviderMetadata metadata =
                    parser.parse(answers.object(transport.get(address), Auth0ErrorCode.SERVER_METADATA_INVALID));
            lastGood = metadata;
            result.complete(metadata);
        } catch (RuntimeException e) {
            ProviderMetadata old = lastGood;
            if (old == null) {
                result.completeExceptionally(e);
            } else {
                LOGGER.log(
                        Level.WARNING,
                        "The provider''s metadata could not be renewed, the old one stays: {0}",
                        e.getMessage());
                result.complete(old);
            }
        }
    }
}
