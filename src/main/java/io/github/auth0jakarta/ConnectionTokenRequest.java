package io.github.auth0jakarta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which token of the caller's at another provider is wanted of Auth0's Token Vault; immutable. */
public final class ConnectionTokenRequest {
    private final String connection;
    private final Subject subject;
    private final @Nullable String loginHint;
    private final Set<String> scopes;
    private final boolean renewed;

    /** Which of the caller's tokens says for whom it is. */
    public enum Subject {
        /** The refresh token of the session. */
        REFRESH_TOKEN,
        /** The access token: that of the login, or the one that an API was called with. */
        ACCESS_TOKEN
    }

    private ConnectionTokenRequest(
            String connection, Subject subject, @Nullable String loginHint, Set<String> scopes, boolean renewed) {
        this.connection = connection;
        this.subject = subject;
        this.loginHint = loginHint;
        this.scopes = Set.copyOf(scopes);
        this.renewed = renewed;
    }

    /**
     * Returns a request that sends the session's refresh token; only a login has one.
     *
     * @param connection the Auth0 connection, {@code google-oauth2} for instance
     */
    public static ConnectionTokenRequest byRefreshToken(String connection) {
        return new ConnectionTokenRequest(connection, Subject.REFRESH_TOKEN, null, Set.of(), false);
    }

    /**
     * Returns a request that sends the caller's access token.
     *
     * @param connection the Auth0 connection, {@code google-oauth2} for instance
     */
    public static ConnectionTokenRequest byAccessToken(String connection) {
        return new ConnectionTokenRequest(connection, Subject.ACCESS_TOKEN, null, Set.of(), false);
    }

    /** Returns the same request for one of several accounts, by the user's id at the connection. */
    public ConnectionTokenRequest withLoginHint(String userId) {
        return new ConnectionTokenRequest(connection, subject, userId, scopes, renewed);
    }

    /** Returns the same request for these scopes of the connection. */
    public ConnectionTokenRequest withScopes(Set<String> asked) {
        return new ConnectionTokenRequest(connection, subject, loginHint, asked, renewed);
    }

    /** Returns the same request, to be asked of the provider in any case, as after the other API has refused the token. */
    public ConnectionTokenRequest renewed() {
        return new ConnectionTokenRequest(connection, subject, loginHint, scopes, true);
    }

    /** Returns the Auth0 connection. */
    public String connection() {
        return connection;
    }

    /** Returns which of the caller's tokens is sent. */
    public Subject subject() {
        return subject;
    }

    /** Returns the user's id at the connection; empty for the only account. */
    public Optional<String> loginHint() {
        return Optional.ofNullable(loginHint);
    }

    /** Returns the scopes; empty for what the account was connected with. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns whether a token that is remembered will not do. */
    public boolean isRenewed() {
        return renewed;
    }

    /** Says everything but the account. */
    @Override
    public String toString() {
        return "ConnectionTokenRequest[connection=" + connection + ", subject=" + subject + ", scopes=" + scopes + "]";
    }
}
