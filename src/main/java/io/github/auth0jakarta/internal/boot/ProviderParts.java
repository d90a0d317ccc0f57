package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.jose.JwksCachePolicy;
import io.github.auth0jakarta.internal.jose.JwksFetcher;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import io.github.auth0jakarta.internal.jose.SigningKeys;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.jose.UnnamedKeys;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.FederatedDomains;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.JwksRequest;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.UserInfoEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that talks to the provider. */
final class ProviderParts implements AutoCloseable {
    /** The provider's clock may be off by this much; beyond it, its operator wants to know. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private final InstantSource clock = InstantSource.system();
    private final StrictJson json = new StrictJson();
    private final HttpTransport transport;
    private final JsonAnswers answers = new JsonAnswers(json);
    private final ProviderMetadataSource metadata;
    private final ExecutorService background = Executors.newSingleThreadExecutor(ProviderParts::daemon);
    private final SignatureProviders signatures = SignatureProviders.choose();
    private final boolean insecureAllowed;
    private final TrustedIssuer issuer;

    ProviderParts(Auth0Config config) {
        Auth0Config.Http http = config.http();
        this.transport = new HttpTransport(
                http.connectTimeout(),
                http.timeout(),
                http.maxBody(),
                http.telemetry() ? version() : null,
                ClientParts.tls(config.client()),
                clock);
        this.insecureAllowed = config.provider().insecureAllowed();
        this.metadata = metadata(config.provider().issuer());
        this.issuer = trusted(config.provider().issuer(), metadata);
    }

    private ProviderMetadataSource metadata(String name) {
        return new ProviderMetadataSource(transport, answers, name, insecureAllowed, clock);
    }

    private TrustedIssuer trusted(String name, ProviderMetadataSource source) {
        SigningKeys keys = new SigningKeys(
                () -> source.get().jwksUri(),
                new JwksRequest(transport),
                json,
                signatures,
                JwksCachePolicy.DEFAULT,
                background,
                clock);
        return new TrustedIssuer(name, keys);
    }

    /** Returns another issuer, with metadata and keys of its own that are fetched when they are needed. */
    TrustedIssuer trust(String name) {
        return trusted(name, metadata(name));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "auth0-jakarta");
        thread.setDaemon(true);
        return thread;
    }

    private static String version() {
        @Nullable String version = ProviderParts.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    InstantSource clock() {
        return clock;
    }

    StrictJson json() {
        return json;
    }

    HttpTransport transport() {
        return transport;
    }

    JsonAnswers answers() {
        return answers;
    }

    ProviderMetadataSource metadata() {
        return metadata;
    }

    boolean isInsecureAllowed() {
        return insecureAllowed;
    }

    SignatureProviders signatures() {
        return signatures;
    }

    TrustedIssuer issuer() {
        return issuer;
    }

    Lifetime lifetime(Duration skew) {
        return new Lifetime(clock, skew);
    }

    /**
     * Returns the rule about times for tokens that may only be so old.
     *
     * @param longestAge null where their age does not matter
     */
    Lifetime lifetime(Duration skew, @Nullable Duration longestAge) {
        return new Lifetime(clock, skew, longestAge);
    }

    /** Returns the provider with keys from elsewhere than its metadata name; renewed and dropped as those. */
    TrustedIssuer trustedBy(URI location, JwksFetcher fetcher) {
        SigningKeys keys = new SigningKeys(
                () -> location,
                fetcher,
                json,
                signatures,
                UnnamedKeys.FIT_ANY_TOKEN,
                JwksCachePolicy.DEFAULT,
                background,
                clock);
        return new TrustedIssuer(issuer.issuer(), keys);
    }

    /** Returns the UserInfo endpoint for an application that is no client of the provider. */
    UserInfoEndpoint userInfo() {
        return new UserInfoEndpoint(() -> metadata.get().endpoints(), transport, answers, null, null);
    }

    /** Returns what knows which e-mail domains the provider knows. */
    FederatedDomains federatedDomains(String name) {
        return new FederatedDomains(transport, name, clock);
    }

    void dropCaches() {
        transport.dropRateLimits();
        metadata.drop();
        issuer.keys().dropCache();
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
