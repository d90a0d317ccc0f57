package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.jose.JwksCachePolicy;
import io.github.auth0jakarta.internal.jose.JwksFetcher;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import io.github.auth0jakarta.internal.jose.SigningKeys;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys document of a provider: says what a test wants, fails when a test wants, and counts. */
public final class FakeJwks implements JwksFetcher {
    private static final URI JWKS_URI = URI.create("https://tenant.example/.well-known/jwks.json");

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile byte[] document;
    private volatile boolean down;

    public FakeJwks(TestKeys... keys) {
        publish(keys);
    }

    public void publish(TestKeys... keys) {
        answer(TestKeys.jwks(keys));
    }

    public void answer(byte[] body) {
        document = body;
    }

    public void down(boolean value) {
        down = value;
    }

    /** Returns how often the document was asked for. */
    public int fetches() {
        return fetches.get();
    }

    @Override
    public byte[] fetch(URI jwksUri) {
        fetches.incrementAndGet();
        if (down) {
            throw new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer");
        }
        return document;
    }

    /** Returns these keys as the library keeps them; what is done in the background is over when a call returns. */
    public SigningKeys signingKeys(InstantSource clock) {
        return signingKeys(clock, Runnable::run);
    }

    /** Returns these keys as the library keeps them. */
    public SigningKeys signingKeys(InstantSource clock, Executor executor) {
        return new SigningKeys(
                () -> JWKS_URI,
                this,
                new StrictJson(),
                SignatureProviders.OF_JAVA,
                JwksCachePolicy.DEFAULT,
                executor,
                clock);
    }

    /** Returns {@link TestJwts#ISSUER} with these keys. */
    public TrustedIssuer issuer(InstantSource clock) {
        return new TrustedIssuer(TestJwts.ISSUER, signingKeys(clock));
    }
}
