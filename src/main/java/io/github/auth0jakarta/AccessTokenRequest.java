package io.github.auth0jakarta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which access token is wanted of a session, and where it may come from; immutable. */
public final class AccessTokenRequest {
    private final @Nullable String audience;
    private final Set<String> scopes;
    private final Source source;
    private final boolean merged;

    /** Where a token may come from. */
    public enum Source {
        /** From the session while it is good, else by the refresh token. */
        SESSION_OR_REFRESH,
        /** By the refresh token in any case. */
        REFRESH,
        /** From the session only. */
        SESSION
    }

    private AccessTokenRequest(@Nullable String audience, Set<String> scopes, Source source, boolean merged) {
        this.audience = audience;
        this.scopes = Set.copyOf(scopes);
        this.source = source;
        this.merged = merged;
    }

    /** Returns a request for the access token of the login. */
    public static AccessTokenRequest ofLogin() {
        return new AccessTokenRequest(null, Set.of(), Source.SESSION_OR_REFRESH, true);
    }

    /**
     * Returns a request for a token for an API.
     *
     * @param audience the API
     * @param scopes what is needed; those of {@code auth0.audience-scopes} are added
     */
    public static AccessTokenRequest of(String audience, Set<String> scopes) {
        return new AccessTokenRequest(audience, scopes, Source.SESSION_OR_REFRESH, true);
    }

    /** Returns a request for these scopes of the same API. */
    public AccessTokenRequest withScopes(Set<String> needed) {
        return new AccessTokenRequest(audience, needed, source, merged);
    }

    /** Returns a request for the same token from elsewhere. */
    public AccessTokenRequest from(Source other) {
        return new AccessTokenRequest(audience, scopes, other, merged);
    }

    /** Returns a request for the scopes that it names and none of the configured ones. */
    public AccessTokenRequest withoutConfiguredScopes() {
        return new AccessTokenRequest(audience, scopes, source, false);
    }

    /** Returns the API; empty for that of the login. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns what is needed; empty for what the login was granted. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns where it may come from. */
    public Source source() {
        return source;
    }

    /** Returns whether the configured scopes of the API are asked for as well. */
    public boolean addsConfiguredScopes() {
        return merged;
    }

    @Override
    public String toString() {
        return "AccessTokenRequest[audience=" + audience + ", scopes=" + scopes + ", source=" + source + "]";
    }
}
