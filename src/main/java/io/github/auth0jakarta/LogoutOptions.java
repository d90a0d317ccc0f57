package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a logout differs from what the configuration says; immutable. */
public final class LogoutOptions {
    private static final LogoutOptions DEFAULTS = new LogoutOptions(null, null);

    private final @Nullable String returnTo;
    private final @Nullable Boolean federated;

    private LogoutOptions(@Nullable String returnTo, @Nullable Boolean federated) {
        this.returnTo = returnTo;
        this.federated = federated;
    }

    /** Returns options that change nothing. */
    public static LogoutOptions defaults() {
        return DEFAULTS;
    }

    /** Returns options by which the browser comes to this place in the end; an unsafe one stands for the default. */
    public LogoutOptions withReturnTo(String place) {
        return new LogoutOptions(place, federated);
    }

    /** Returns options that also end the session at the upstream identity provider, or do not. */
    public LogoutOptions withFederated(boolean yes) {
        return new LogoutOptions(returnTo, yes);
    }

    /** Returns where the browser goes in the end; empty for the default. */
    public Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    /** Returns whether the upstream session ends; empty for what the configuration says. */
    public Optional<Boolean> federated() {
        return Optional.ofNullable(federated);
    }

    @Override
    public String toString() {
        return "LogoutOptions";
    }
}
