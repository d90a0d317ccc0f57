package io.github.auth0jakarta.internal.boot;

import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token of whoever is the caller at the time of each question, which may be asked before the caller is known. */
@SuppressWarnings("NullAway") // an API that is not annotated
final class CurrentJsonWebToken implements JsonWebToken {
    private final Supplier<JsonWebToken> caller;

    CurrentJsonWebToken(Supplier<JsonWebToken> caller) {
        this.caller = caller;
    }

    @Override
    public @Nullable String getName() {
        return caller.get().getName();
    }

    @Override
    public @Nullable Set<String> getClaimNames() {
        return caller.get().getClaimNames();
    }

    @Override
    public @Nullable Set<String> getGroups() {
        return caller.get().getGroups();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the API's signature
    public <T> @Nullable T getClaim(String claimName) {
        return caller.get().getClaim(claimName);
    }
}
