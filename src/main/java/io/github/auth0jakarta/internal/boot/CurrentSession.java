package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.session.RequestSession;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The caller as the container knows it, so that all ways to ask for the caller give the same answer. */
final class CurrentSession implements Auth0Session {

    @Nullable
    Caller caller() {
        return CurrentPrincipals.first(Auth0Principal.class)
                .map(Auth0Principal::caller)
                .orElse(null);
    }

    @Override
    public Source source() {
        Caller caller = caller();
        return caller == null ? Source.NONE : caller.source();
    }

    @Override
    public Optional<String> callerName() {
        return Optional.ofNullable(caller()).map(Caller::name);
    }

    @Override
    public Optional<String> subject() {
        return Optional.ofNullable(caller())
                .map(caller -> caller.claims().get("sub"))
                .map(String.class::cast);
    }

    @Override
    public Set<String> groups() {
        Caller caller = caller();
        return caller == null ? Set.of() : caller.groups();
    }

    @Override
    public Map<String, Object> claims() {
        Caller caller = caller();
        return caller == null ? Map.of() : caller.claims();
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(caller()).map(Caller::expiresAt);
    }

    @Override
    public Optional<String> idToken() {
        return Optional.ofNullable(caller())
                .filter(caller -> caller.source() == Source.LOGIN)
                .map(Caller::token);
    }

    @Override
    public Optional<Instant> loggedInAt() {
        return Optional.ofNullable(session()).map(session -> session.data().createdAt());
    }

    @Override
    public Optional<Instant> latestExpiresAt() {
        return Optional.ofNullable(session()).map(RequestSession::latestEnd);
    }

    @Override
    public Map<String, Object> attributes() {
        RequestSession session = session();
        return session == null ? Map.of() : session.data().attributes();
    }

    @Override
    public void updateAttributes(Consumer<Map<String, Object>> change) {
        RequestSession session = session();
        if (session == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        session.writeAttributes(change);
    }

    /** Returns the session of the login that the container knows; null for an access token and outside of requests. */
    private @Nullable RequestSession session() {
        return source() == Source.LOGIN
                ? RequestSession.of(
                        CDI.current().select(HttpServletRequest.class).get())
                : null;
    }
}
