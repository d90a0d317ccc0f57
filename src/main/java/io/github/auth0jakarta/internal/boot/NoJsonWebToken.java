package io.github.auth0jakarta.internal.boot;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token of a caller who is not known: all that it answers is null, as MicroProfile JWT 2.1 has it. */
@SuppressWarnings("NullAway") // an API that is not annotated: no name, no claims and no claim are null
final class NoJsonWebToken implements JsonWebToken {

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public @Nullable Set<String> getClaimNames() {
        return null;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the API's signature
    public <T> @Nullable T getClaim(String claimName) {
        return null;
    }
}
