package io.github.auth0jakarta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey answered to a challenge, and what tokens are wanted for it; immutable.
 *
 * <p>Without audience and scopes, {@code login} asks for what a login asks for, and {@code verify} names neither.
 */
public final class PasskeyResponse {
    private final String authSession;
    private final Map<String, Object> response;
    private final @Nullable String connection;
    private final @Nullable String organization;
    private final @Nullable String audience;
    private final Set<String> scopes;

    private PasskeyResponse(
            String authSession,
            Map<String, Object> response,
            @Nullable String connection,
            @Nullable String organization,
            @Nullable String audience,
            Set<String> scopes) {
        this.authSession = authSession;
        // Not Map.copyOf: some scripts send null for what a browser has left out.
        this.response = Collections.unmodifiableMap(new LinkedHashMap<>(response));
        this.connection = connection;
        this.organization = organization;
        this.audience = audience;
        this.scopes = Set.copyOf(scopes);
    }

    /**
     * Returns an answer.
     *
     * @param authSession of the challenge
     * @param response what {@code PublicKeyCredential.toJSON} says: text, numbers, booleans, nulls, lists and maps
     */
    public static PasskeyResponse of(String authSession, Map<String, Object> response) {
        return new PasskeyResponse(authSession, response, null, null, null, Set.of());
    }

    /** Returns the answer for a user of this database connection, rather than of the tenant's default one. */
    public PasskeyResponse withConnection(String realm) {
        return new PasskeyResponse(authSession, response, realm, organization, audience, scopes);
    }

    /** Returns the answer for this organization. */
    public PasskeyResponse withOrganization(String idOrName) {
        return new PasskeyResponse(authSession, response, connection, idOrName, audience, scopes);
    }

    /** Returns the answer for a token for this API. */
    public PasskeyResponse withAudience(String api) {
        return new PasskeyResponse(authSession, response, connection, organization, api, scopes);
    }

    /** Returns the answer for a token with these scopes. */
    public PasskeyResponse withScopes(Set<String> wanted) {
        return new PasskeyResponse(authSession, response, connection, organization, audience, wanted);
    }

    /** Returns the session of the challenge. */
    public String authSession() {
        return authSession;
    }

    /** Returns what the passkey answered. */
    public Map<String, Object> response() {
        return response;
    }

    /** Returns the database connection; empty for the tenant's default. */
    public Optional<String> connection() {
        return Optional.ofNullable(connection);
    }

    /** Returns the organization; empty for none. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** Returns the API; empty where none is named. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns the scopes; empty where none are named. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Says nothing of the answer. */
    @Override
    public String toString() {
        return "PasskeyResponse[audience=" + audience + ", scopes=" + scopes + "]";
    }
}
