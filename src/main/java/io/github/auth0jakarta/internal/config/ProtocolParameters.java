package io.github.auth0jakarta.internal.config;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of an authorization request that nobody but the protocol sets. */
public final class ProtocolParameters {
    /** A setting, an application or a link that overrode one of them would switch a protection off. */
    public static final Set<String> OF_AUTHORIZATION = Set.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "redirect_uri",
            "response_type",
            "response_mode",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "code_verifier",
            "request",
            "request_uri",
            "dpop_jkt");

    private ProtocolParameters() {}

    /** Returns them together with those that a place has another way to set. */
    public static Set<String> ofAuthorizationAnd(String... others) {
        return Stream.concat(OF_AUTHORIZATION.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }
}
