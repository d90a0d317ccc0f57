package io.github.auth0jakarta.internal.boot;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token of a caller who is not known. */
@SuppressWarnings("NullAway") // an API that is not annotated: no name and no claim are null
final class NoJsonWebToken implements JsonWebToken {

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the API's signature
    public <T> @Nullable T getClaim(String claimName) {
        return null;
    }
}
