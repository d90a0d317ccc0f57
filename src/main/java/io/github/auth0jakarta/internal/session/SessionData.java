package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds between two requests of a logged-in caller.
 *
 * @param id the session's own id, random, never shown to anybody
 * @param login who logged in
 * @param tokens what the session may use at the provider and at APIs
 * @param attributes the application's own data
 * @param updatedAt when the session was last used, as far as that was written, in whole seconds
 * @param version grows by one with each change, from 1
 */
public record SessionData(
        String id, Login login, Tokens tokens, Map<String, Object> attributes, Instant updatedAt, long version) {

    public SessionData {
        attributes = Map.copyOf(attributes);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Makes a session that has just begun. */
    public SessionData(String id, Login login, Tokens tokens, Map<String, Object> attributes, Instant updatedAt) {
        this(id, login, tokens, attributes, updatedAt, 1);
    }

    /**
     * Who logged in, when, and for how long at most.
     *
     * @param idToken the ID token as the provider sent it; its claims are read from it again on each request
     * @param subject its {@code sub}
     * @param callerName the caller as Jakarta Security names it
     * @param groups the caller's groups as Jakarta Security sees them
     * @param sid the provider's own id of the session, null where it gave none
     * @param issuedAt the {@code iat} of the login's ID token, by the provider's clock, in whole seconds
     * @param createdAt when the caller logged in, by ours, in whole seconds
     * @param ceiling when the provider wants the session to have ended, in whole seconds; null where it does not say
     * @param hiddenClaims which claims nobody is shown
     */
    public record Login(
            String idToken,
            String subject,
            String callerName,
            Set<String> groups,
            @Nullable String sid,
            Instant issuedAt,
            Instant createdAt,
            @Nullable Instant ceiling,
            Set<String> hiddenClaims) {

        public Login {
            groups = Set.copyOf(groups);
            issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
            createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
            ceiling = ceiling == null ? null : ceiling.truncatedTo(ChronoUnit.SECONDS);
            hiddenClaims = Set.copyOf(hiddenClaims);
        }

        /** Returns the same login with the ID token that a refresh brought, and the groups that were made of it. */
        public Login withIdToken(String newIdToken, Set<String> newGroups) {
            return new Login(
                    newIdToken, subject, callerName, newGroups, sid, issuedAt, createdAt, ceiling, hiddenClaims);
        }

        /** Returns the same login of which nobody is shown these claims. */
        public Login withHiddenClaims(Set<String> names) {
            return new Login(idToken, subject, callerName, groups, sid, issuedAt, createdAt, ceiling, names);
        }

        /** Says nothing of the token, nor who the caller is. */
        @Override
        public String toString() {
            return "Login[createdAt=" + createdAt + "]";
        }
    }

    /**
     * What the session may use at the provider and at APIs.
     *
     * @param accessTokens by audience and scope, the one that was got last first
     * @param refreshToken null where the provider gave none
     */
    public record Tokens(
            List<StoredAccessToken> accessTokens, @Nullable String refreshToken) {

        public Tokens {
            accessTokens = List.copyOf(accessTokens);
        }

        /** Says nothing of the tokens. */
        @Override
        public String toString() {
            return "Tokens[accessTokens=" + accessTokens.size() + ", refreshToken=" + (refreshToken != null) + "]";
        }
    }

    /** Returns the ID token as the provider sent it. */
    public String idToken() {
        return login.idToken();
    }

    /** Returns the caller as Jakarta Security names it. */
    public String callerName() {
        return login.callerName();
    }

    /** Returns the caller's groups as Jakarta Security sees them. */
    public Set<String> groups() {
        return login.groups();
    }

    /** Returns the provider's own id of the session, null where it gave none. */
    public @Nullable String sid() {
        return login.sid();
    }

    /** Returns when the caller logged in. */
    public Instant createdAt() {
        return login.createdAt();
    }

    /** Returns the access tokens, the one that was got last first. */
    public List<StoredAccessToken> accessTokens() {
        return tokens.accessTokens();
    }

    /** Returns the refresh token, null where there is none. */
    public @Nullable String refreshToken() {
        return tokens.refreshToken();
    }

    /** Returns the same session, used at another time. */
    public SessionData withUpdatedAt(Instant time) {
        return new SessionData(id, login, tokens, attributes, time, version);
    }

    /** Returns the same session as the change of this number. */
    public SessionData withVersion(long newVersion) {
        return new SessionData(id, login, tokens, attributes, updatedAt, newVersion);
    }

    /** Returns the same session with other tokens. */
    public SessionData withTokens(List<StoredAccessToken> newAccessTokens, @Nullable String newRefreshToken) {
        return new SessionData(id, login, new Tokens(newAccessTokens, newRefreshToken), attributes, updatedAt, version);
    }

    /** Returns the same session of the same caller, as a refresh has found it. */
    public SessionData withLogin(Login newLogin) {
        return new SessionData(id, newLogin, tokens, attributes, updatedAt, version);
    }

    /** Returns the same session with other data of the application. */
    public SessionData withAttributes(Map<String, Object> newAttributes) {
        return new SessionData(id, login, tokens, newAttributes, updatedAt, version);
    }

    /** Says nothing of the tokens, nor who the caller is. */
    @Override
    public String toString() {
        return "SessionData[login=" + login + ", tokens=" + tokens + ", updatedAt=" + updatedAt + "]";
    }
}
