package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.api.AccessTokenAuthentication;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.api.ProofOfPossession;
import io.github.auth0jakarta.internal.api.ProvenRequests;
import io.github.auth0jakarta.internal.api.TokenExtraction;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop;
import io.github.auth0jakarta.internal.config.Auth0Config.TokenTransport;
import io.github.auth0jakarta.internal.dpop.MemoryReplayStore;
import io.github.auth0jakarta.internal.dpop.ProofTimes;
import io.github.auth0jakarta.internal.dpop.ProofValidator;
import io.github.auth0jakarta.internal.dpop.ServerNonces;
import io.github.auth0jakarta.internal.jose.ProofSignatures;
import io.github.auth0jakarta.spi.ReplayStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that finds access tokens in requests, takes proofs of possession, and challenges. */
final class DpopParts {
    /** Where no tokens are taken: none can be proven, and what comes with one is answered as ever. */
    private static final ApiDpop NONE =
            new ApiDpop(ApiDpop.Mode.DISABLED, Duration.ofSeconds(1), Duration.ZERO, List.of(), 1);

    private final ProofSignatures signatures;
    private final MemoryReplayStore memory;
    private final ProofOfPossession possession;
    private final Challenges challenges;
    private final AccessTokenAuthentication authentication;

    /**
     * @param resourceMetadata gives the address of the API's metadata, null where there are none
     */
    DpopParts(
            Auth0Config.@Nullable Api api,
            ProviderParts provider,
            Function<HttpServletRequest, @Nullable String> resourceMetadata,
            Supplier<IdentityStoreHandler> identityStores,
            Principals principals) {
        ApiDpop config = api == null ? NONE : api.dpop();
        List<URI> baseUrls = api == null ? List.of() : api.baseUrls();
        TokenTransport transport = api == null ? new TokenTransport(false, false) : api.transport();
        ServerNonces nonces =
                config.nonceSecrets().isEmpty() ? null : new ServerNonces(config.nonceSecrets(), provider.clock());
        this.signatures = new ProofSignatures(provider.json(), provider.signatures());
        this.memory = new MemoryReplayStore(config.replayMaximum(), RandomSource.secure(), provider.clock());
        ProofValidator proofs = new ProofValidator(
                signatures,
                new ProofTimes(provider.clock(), config.iatOffset(), config.iatLeeway()),
                nonces,
                ApplicationBeans.oneOr(ReplayStore.class, memory));
        this.possession = new ProofOfPossession(config.mode(), proofs, ApplicationBeans.events(), provider.clock());
        this.challenges = new Challenges(config.mode(), nonces == null ? null : nonces::current, resourceMetadata);
        this.authentication = new AccessTokenAuthentication(
                new TokenExtraction(transport), challenges, new ProvenRequests(baseUrls), identityStores, principals);
    }

    ProofOfPossession possession() {
        return possession;
    }

    Challenges challenges() {
        return challenges;
    }

    AccessTokenAuthentication authentication() {
        return authentication;
    }

    /** Forgets the keys of clients, and the proofs that the default store keeps. */
    void dropCaches() {
        signatures.dropCache();
        memory.clear();
    }
}
