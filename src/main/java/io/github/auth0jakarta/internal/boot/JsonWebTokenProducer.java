package io.github.auth0jakarta.internal.boot;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the caller as {@code JsonWebToken}; without a caller one that has no name and no claims.
 *
 * <p>The alternative stands on the class because that alone beats the servers' own producers everywhere.
 */
@Alternative
@Priority(3000)
@RequestScoped
public class JsonWebTokenProducer {

    @Produces
    @RequestScoped
    JsonWebToken current() {
        return CurrentPrincipals.first(JsonWebToken.class).orElseGet(NoJsonWebToken::new);
    }
}
