package io.github.auth0jakarta.internal.jose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the keys come from that verify the tokens of one issuer. */
public interface KeySource {

    /**
     * Returns the keys that a token with this header may be signed with; none where there is no such key.
     *
     * @throws io.github.auth0jakarta.Auth0Exception where the keys cannot be had, so that nobody knows whether the token is
     *     good
     */
    List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid);
}
