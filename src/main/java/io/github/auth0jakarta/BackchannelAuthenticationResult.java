package io.github.auth0jakarta;

import java.time.Duration;

/** What became of a request for approval so far. */
public sealed interface BackchannelAuthenticationResult {

    /**
     * The user has approved.
     *
     * @param tokens with a verified ID token of the user who was asked
     */
    record Approved(TokenSet tokens) implements BackchannelAuthenticationResult {}

    /**
     * The user has not decided.
     *
     * @param pollAfter how long to wait before the next poll; an earlier one is not sent
     */
    record Pending(Duration pollAfter) implements BackchannelAuthenticationResult {}

    /** The user, or a rule of the provider, has refused ({@code access_denied}). */
    record Denied() implements BackchannelAuthenticationResult {}

    /** The user has not decided in time. */
    record Expired() implements BackchannelAuthenticationResult {}
}
