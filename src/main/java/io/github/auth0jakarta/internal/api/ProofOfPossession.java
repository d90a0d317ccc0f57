package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.VerifiedAccessToken;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.internal.dpop.ProofValidator;
import io.github.auth0jakarta.internal.web.Events;
import java.time.InstantSource;

/**
 * Decides whether an access token may be used in the way in which it is presented: a bound one with a proof of its key and no
 * other way, an unbound one as a bearer token (RFC 9449, 7.1 and 7.2).
 */
public final class ProofOfPossession {
    private final Mode mode;
    private final ProofValidator proofs;
    private final Events events;
    private final InstantSource clock;

    /**
     * @param mode which ways there are; a bound token is no bearer token in any of them
     */
    public ProofOfPossession(Mode mode, ProofValidator proofs, Events events, InstantSource clock) {
        this.mode = mode;
        this.proofs = proofs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses a way of presenting tokens that the mode does not allow, whatever the token.
     *
     * @throws TokenValidationException {@code access_token.scheme_not_accepted}
     */
    void requireAccepted(AuthenticationScheme scheme) {
        Mode refusing = scheme == AuthenticationScheme.BEARER ? Mode.REQUIRED : Mode.DISABLED;
        if (mode == refusing) {
            throw refusal(Auth0ErrorCode.ACCESS_TOKEN_SCHEME_NOT_ACCEPTED, "no token is taken with " + scheme.text());
        }
    }

    /**
     * Accepts a verified token as it is presented; its proof is used up by that.
     *
     * @return whether the client should have a new nonce with the answer
     * @throws TokenValidationException where a rule is broken, the first one that is
     * @throws Auth0Exception of another type where nobody knows whether the proof was used before
     */
    boolean accept(VerifiedAccessToken token, Presentation presentation) {
        String thumbprint = token.jwkThumbprint().orElse(null);
        if (presentation.scheme() == AuthenticationScheme.DPOP) {
            if (thumbprint == null) {
                throw refusal(Auth0ErrorCode.ACCESS_TOKEN_UNBOUND, "the token is bound to no key");
            }
            return proven(token, thumbprint, presentation);
        }
        if (thumbprint != null) {
            throw refusal(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                    "the token is bound to a key and cannot be used as a bearer token");
        }
        if (mode != Mode.DISABLED && !presentation.proofs().isEmpty()) {
            throw refusal(Auth0ErrorCode.ACCESS_TOKEN_PROOF_UNEXPECTED, "a bearer token came with a proof");
        }
        return false;
    }

    private boolean proven(VerifiedAccessToken token, String thumbprint, Presentation presentation) {
        try {
            return proofs.validate(presentation.proofs(), presentation.request(), token.token(), thumbprint);
        } catch (TokenValidationException e) {
            if (e.code() == Auth0ErrorCode.DPOP_REPLAYED) {
                events.announce(new ReplayDetected(ReplayDetected.Kind.DPOP_PROOF, clock.instant()));
            }
            throw e;
        }
    }

    private static TokenValidationException refusal(Auth0ErrorCode code, String message) {
        return new TokenValidationException(code, message);
    }
}
