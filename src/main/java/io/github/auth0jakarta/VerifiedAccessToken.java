package io.github.auth0jakarta;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An access token that is good for this API; {@link AccessTokenVerifier} alone makes one (RFC 9068, 2.2). */
public interface VerifiedAccessToken {

    /** Returns the token as it was received. */
    String token();

    /** Returns the {@code iss} claim; with the subject it is who the caller is. */
    String issuer();

    /** Returns the {@code sub} claim. */
    String subject();

    /** Returns the {@code aud} claim, at least one element. */
    List<String> audience();

    /** Returns the {@code exp} claim. */
    Instant expiresAt();

    /** Returns the elements of the {@code scope} claim; empty where it is absent or not a text (RFC 8693, 4.2). */
    Set<String> scopes();

    /** Returns the elements of Auth0's {@code permissions} claim; empty where it is absent or not a list of texts. */
    Set<String> permissions();

    /** Returns the thumbprint of the key that the token is bound to (RFC 9449, 6.1); empty for a bearer token. */
    Optional<String> jwkThumbprint();

    /** Returns who acts for the subject (RFC 8693, 4.1); empty of actors where the subject acts itself. */
    ActorChain actors();

    /** Returns all claims, unmodifiable. */
    Map<String, Object> claims();
}
