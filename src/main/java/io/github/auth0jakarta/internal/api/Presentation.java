package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.internal.dpop.ProvenRequest;
import java.util.List;
import java.util.Set;

/**
 * How an access token is presented.
 *
 * @param proofs the values of the {@code DPoP} headers beside it, usually one or none
 * @param request what a proof has to be made for
 */
record Presentation(AuthenticationScheme scheme, List<String> proofs, ProvenRequest request) {
    /** As a bearer token, and not in a request. */
    static final Presentation BEARER =
            new Presentation(AuthenticationScheme.BEARER, List.of(), new ProvenRequest("", Set.of()));

    Presentation {
        proofs = List.copyOf(proofs);
    }

    /** Returns how an application presents it. */
    static Presentation of(TokenPresentation presentation) {
        return presentation
                .proof()
                .map(proof -> new Presentation(
                        AuthenticationScheme.DPOP,
                        List.of(proof.jwt()),
                        ProvenRequest.of(proof.method(), Set.of(proof.uri().toString()))))
                .orElse(BEARER);
    }

    /** Says nothing about the proofs. */
    @Override
    public String toString() {
        return "Presentation[" + scheme + "]";
    }
}
