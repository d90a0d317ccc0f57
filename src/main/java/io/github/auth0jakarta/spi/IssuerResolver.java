package io.github.auth0jakarta.spi;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which issuers' access tokens a request may bring, where that depends on the request; an application's bean takes the
 * place of {@code auth0.domains}, and of the configured issuer at the API.
 *
 * <p>The keys of at most 100 issuers are kept. What it returns decides whom this server calls for metadata and keys: never
 * return something that was made of what the request says.
 */
public interface IssuerResolver {

    /**
     * Returns the issuers that are accepted, as they stand in tokens; none where no token is.
     *
     * <p>An exception means that nobody knows: the request gets 503.
     */
    Set<String> acceptedIssuers(Question question);

    /** What is known of the request; the token in it has not been verified. */
    interface Question {
        /** Returns the {@code iss} claim that the token makes, which anybody can have written. */
        String unverifiedIssuer();

        /** Returns the address of the request by configuration; empty where it is not known or a token did not come in one. */
        Optional<URI> uri();

        /** Returns the first header of this name, which the client set; empty where there is none. */
        Optional<String> header(String name);
    }
}
