package io.github.auth0jakarta;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which session at the provider a browser is to end, and where it goes then; immutable. */
public final class LogoutRequest {
    private final URI returnTo;
    private final @Nullable String state;
    private final @Nullable String idTokenHint;
    private final @Nullable String logoutHint;
    private final @Nullable Boolean federated;

    private LogoutRequest(Builder builder) {
        this.returnTo = builder.returnTo;
        this.state = builder.state;
        this.idTokenHint = builder.idTokenHint;
        this.logoutHint = builder.logoutHint;
        this.federated = builder.federated;
    }

    private static final class Builder {
        private final URI returnTo;
        private @Nullable String state;
        private @Nullable String idTokenHint;
        private @Nullable String logoutHint;
        private @Nullable Boolean federated;

        Builder(URI returnTo) {
            this.returnTo = returnTo;
        }
    }

    private Builder copy() {
        Builder builder = new Builder(returnTo);
        builder.state = state;
        builder.idTokenHint = idTokenHint;
        builder.logoutHint = logoutHint;
        builder.federated = federated;
        return builder;
    }

    /**
     * Returns a request for the session of the browser.
     *
     * @param returnTo where the browser goes in the end, as it is registered at the provider
     */
    public static LogoutRequest of(URI returnTo) {
        return new LogoutRequest(new Builder(returnTo));
    }

    /** Returns a request with which the browser comes back with this {@code state}. */
    public LogoutRequest withState(String value) {
        Builder builder = copy();
        builder.state = value;
        return new LogoutRequest(builder);
    }

    /** Returns a request for the session that this ID token is of; it spares the user a question. */
    public LogoutRequest withIdTokenHint(String idToken) {
        Builder builder = copy();
        builder.idTokenHint = idToken;
        return new LogoutRequest(builder);
    }

    /** Returns a request for the session that has this {@code sid} at the provider. */
    public LogoutRequest withLogoutHint(String sid) {
        Builder builder = copy();
        builder.logoutHint = sid;
        return new LogoutRequest(builder);
    }

    /** Returns a request that also ends the session at the upstream identity provider, or does not (Auth0). */
    public LogoutRequest withFederated(boolean yes) {
        Builder builder = copy();
        builder.federated = yes;
        return new LogoutRequest(builder);
    }

    /** Returns where the browser goes in the end. */
    public URI returnTo() {
        return returnTo;
    }

    /** Returns what the browser comes back with; empty for nothing. */
    public Optional<String> state() {
        return Optional.ofNullable(state);
    }

    /** Returns the ID token of the session; empty where it is not shown. */
    public Optional<String> idTokenHint() {
        return Optional.ofNullable(idTokenHint);
    }

    /** Returns the provider's id of the session; empty where it is not known. */
    public Optional<String> logoutHint() {
        return Optional.ofNullable(logoutHint);
    }

    /** Returns whether the upstream session ends; empty for what the configuration says. */
    public Optional<Boolean> federated() {
        return Optional.ofNullable(federated);
    }

    /** Says where the browser goes, and nothing of the session. */
    @Override
    public String toString() {
        return "LogoutRequest[returnTo=" + returnTo + "]";
    }
}
