package io.github.auth0jakarta;

import java.util.concurrent.CompletionStage;

/**
 * Asks a user for approval on the user's own device (OpenID Connect CIBA Core, poll mode).
 *
 * <p>A request belongs to whoever began it: the session, else the caller of the API, else the browser; outside of HTTP
 * requests, and where there is no login, to the application. From anywhere else its id is refused with {@code
 * ciba.request_not_of_session}.
 *
 * <p>The provider is never asked more often than it allows, however often {@link #poll} is called: an early call returns
 * {@link BackchannelAuthenticationResult.Pending} without a request to it.
 */
public interface BackchannelAuthenticationService {

    /**
     * Has the provider ask the user.
     *
     * @throws BackchannelAuthenticationException {@code ciba.request_invalid} where the request breaks a rule, and then
     *     nothing was sent; {@code ciba.unsupported} where the provider cannot do it
     * @throws AuthorizationServerException where the provider refuses, for example with {@code unknown_user_id}
     * @throws TransportException where it does not answer
     */
    BackchannelAuthentication start(BackchannelAuthenticationRequest request);

    /**
     * Asks the provider once whether the user has decided; tokens come only once.
     *
     * @param id of a request that was begun in the same place
     * @throws AccessDeniedException {@code ciba.request_not_of_session} for any other id
     * @throws TokenValidationException where the ID token breaks a rule or is of another user, {@code
     *     ciba.subject_mismatch}, or of another request, {@code ciba.request_mismatch}
     * @throws AuthorizationServerException where the provider answers with an error that is no decision
     * @throws TransportException where it does not answer
     */
    BackchannelAuthenticationResult poll(String id);

    /** Asks the provider once, as {@link #poll(String)}. */
    default BackchannelAuthenticationResult poll(BackchannelAuthentication authentication) {
        return poll(authentication.id());
    }

    /**
     * Asks the provider once, as {@link #poll(String)}, and begins a session with what it issued, in place of any that the
     * browser had. The next request has the caller.
     *
     * @throws LoginException {@code session.not_writable} where the answer has begun, and then the provider was not asked;
     *     {@code login.*} where the login is refused
     * @throws Auth0Exception as {@link #poll(String)}; {@code config.invalid} where there is no login
     */
    BackchannelAuthenticationResult login(String id);

    /** Asks the provider once and logs the user in, as {@link #login(String)}. */
    default BackchannelAuthenticationResult login(BackchannelAuthentication authentication) {
        return login(authentication.id());
    }

    /**
     * Waits for the user on a thread of the container, which is in use only while the provider is asked.
     *
     * <p>The stage completes with the tokens; or exceptionally with {@link BackchannelAuthenticationException} {@code
     * ciba.denied}, {@code ciba.expired}, or {@code ciba.stopped} where the application ends first; or with what {@link
     * #poll(String)} throws. After a {@link TransportException} one may wait again. Cancelling its {@link
     * CompletionStage#toCompletableFuture() future} ends the wait.
     *
     * @param id of a request that was begun in the same place
     * @throws AccessDeniedException {@code ciba.request_not_of_session} for any other id
     */
    CompletionStage<TokenSet> await(String id);

    /** Waits for the user, as {@link #await(String)}. */
    default CompletionStage<TokenSet> await(BackchannelAuthentication authentication) {
        return await(authentication.id());
    }
}
