package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with proofs of one key, with the nonces that servers want in them (RFC 9449, 4.1, 7.1, 8 and 9).
 *
 * <p>A request that a server refuses for want of a nonce is sent once more with the nonce of that answer, and never a
 * third time. Safe even for a code that works only once: the server refused before it looked at the code.
 */
public final class DpopClient {
    private final DpopKey key;
    private final DpopProofs proofs;
    private final DpopNonces nonces = new DpopNonces();
    private final StrictJson json;

    public DpopClient(DpopKey key, SecureRandom random, InstantSource clock, StrictJson json) {
        this.key = key;
        this.proofs = new DpopProofs(key, random, clock);
        this.json = json;
    }

    /** Returns the thumbprint of the key, which an authorization request names as {@code dpop_jkt} (RFC 9449, 10). */
    public String thumbprint() {
        return key.thumbprint();
    }

    /**
     * Sends a POST to the authorization server.
     *
     * @param send sends the request with this {@code DPoP} header; called again for the second attempt
     */
    public HttpAnswer post(URI address, Function<String, HttpAnswer> send) {
        return exchange("POST", address, null, send, answer -> NonceChallenge.isInBody(answer, json));
    }

    /**
     * Sends a GET to a protected resource.
     *
     * @param accessToken what the request carries; the proof is bound to it ({@code ath})
     * @param send sends the request with this {@code DPoP} header; called again for the second attempt
     */
    public HttpAnswer get(URI address, String accessToken, Function<String, HttpAnswer> send) {
        return exchange("GET", address, accessToken, send, NonceChallenge::isInHeader);
    }

    /**
     * Returns a proof for a request to a protected resource that somebody else sends, with the latest nonce of its server.
     *
     * @param accessToken what the request carries
     */
    public String proof(String method, URI address, String accessToken) {
        return proofs.proof(method, address, accessToken, nonces.get(address));
    }

    /**
     * Remembers the nonce of the answer to such a request, and returns a proof for sending it once more where the server wants
     * that; empty where it does not.
     *
     * @param accessToken what the request carried
     */
    public Optional<String> proofAfter(HttpAnswer answer, String method, URI address, String accessToken) {
        String nonce = nonces.remember(address, answer);
        return nonce != null && NonceChallenge.isInHeader(answer)
                ? Optional.of(proofs.proof(method, address, accessToken, nonce))
                : Optional.empty();
    }

    /** Forgets the nonces; the next request to a server that wants one is sent twice. */
    public void dropNonces() {
        nonces.clear();
    }

    private HttpAnswer exchange(
            String method,
            URI address,
            @Nullable String accessToken,
            Function<String, HttpAnswer> send,
            Predicate<HttpAnswer> wantsNonce) {
        HttpAnswer answer = send.apply(proofs.proof(method, address, accessToken, nonces.get(address)));
        String nonce = nonces.remember(address, answer);
        if (nonce == null || !wantsNonce.test(answer)) {
            return answer;
        }
        // The nonce of this very answer: the table may hold that of another thread by now.
        HttpAnswer second = send.apply(proofs.proof(method, address, accessToken, nonce));
        nonces.remember(address, second);
        return second;
    }
}
