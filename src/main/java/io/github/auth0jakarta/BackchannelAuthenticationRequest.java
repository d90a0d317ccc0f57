package io.github.auth0jakarta;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, and for what (CIBA Core, 7.1); immutable, each {@code with} method returns another request.
 *
 * <p>Values are checked when it is sent: what breaks a rule is refused with {@code ciba.request_invalid}.
 */
public final class BackchannelAuthenticationRequest {
    private final String subject;
    private final String bindingMessage;
    private final @Nullable String loginHint;
    private final @Nullable Duration requestedExpiry;
    private final @Nullable String audience;
    private final Set<String> scopes;
    private final List<Map<String, Object>> authorizationDetails;
    private final Map<String, String> parameters;

    private BackchannelAuthenticationRequest(Builder builder) {
        this.subject = builder.subject;
        this.bindingMessage = builder.bindingMessage;
        this.loginHint = builder.loginHint;
        this.requestedExpiry = builder.requestedExpiry;
        this.audience = builder.audience;
        this.scopes = Set.copyOf(builder.scopes);
        this.authorizationDetails = List.copyOf(builder.authorizationDetails);
        this.parameters = Map.copyOf(builder.parameters);
    }

    private static final class Builder {
        private final String subject;
        private final String bindingMessage;
        private @Nullable String loginHint;
        private @Nullable Duration requestedExpiry;
        private @Nullable String audience;
        private Set<String> scopes = Set.of();
        private List<Map<String, Object>> authorizationDetails = List.of();
        private Map<String, String> parameters = Map.of();

        Builder(String subject, String bindingMessage) {
            this.subject = subject;
            this.bindingMessage = bindingMessage;
        }

        BackchannelAuthenticationRequest build() {
            return new BackchannelAuthenticationRequest(this);
        }
    }

    private Builder copy() {
        Builder builder = new Builder(subject, bindingMessage);
        builder.loginHint = loginHint;
        builder.requestedExpiry = requestedExpiry;
        builder.audience = audience;
        builder.scopes = scopes;
        builder.authorizationDetails = authorizationDetails;
        builder.parameters = parameters;
        return builder;
    }

    /**
     * Returns a request to ask this user.
     *
     * @param subject the user's {@code sub}; nobody else's approval counts
     * @param bindingMessage what the user reads on both devices to know that they belong together: up to 64 of the letters
     *     A to Z and a to z, digits, and {@code + - _ . , : #}
     */
    public static BackchannelAuthenticationRequest of(String subject, String bindingMessage) {
        return new Builder(subject, bindingMessage).build();
    }

    /**
     * Returns a request that names the user in the provider's own way, for one that does not know Auth0's {@code iss_sub}
     * hints; the answer still has to be of the subject.
     */
    public BackchannelAuthenticationRequest withLoginHint(String hint) {
        Builder builder = copy();
        builder.loginHint = hint;
        return builder.build();
    }

    /** Returns a request that the user has this much time for, in whole seconds, three days at most. */
    public BackchannelAuthenticationRequest withRequestedExpiry(Duration expiry) {
        Builder builder = copy();
        builder.requestedExpiry = expiry;
        return builder.build();
    }

    /** Returns a request for an access token for this API instead of {@code auth0.audience}. */
    public BackchannelAuthenticationRequest withAudience(String api) {
        Builder builder = copy();
        builder.audience = api;
        return builder.build();
    }

    /** Returns a request for these scopes instead of {@code auth0.scope}; {@code openid} is added. */
    public BackchannelAuthenticationRequest withScopes(Set<String> wanted) {
        Builder builder = copy();
        builder.scopes = wanted;
        return builder.build();
    }

    /** Returns a request with details of what is to be approved (RFC 9396, 2): JSON objects that each have a {@code type}. */
    public BackchannelAuthenticationRequest withAuthorizationDetails(List<Map<String, Object>> details) {
        Builder builder = copy();
        builder.authorizationDetails = details;
        return builder.build();
    }

    /** Returns a request with any further parameter; one that the protocol sets itself is refused. */
    public BackchannelAuthenticationRequest withParameter(String name, String value) {
        Builder builder = copy();
        builder.parameters = new TreeMap<>(parameters);
        builder.parameters.put(name, value);
        return builder.build();
    }

    /** Returns whom to ask. */
    public String subject() {
        return subject;
    }

    /** Returns what the user reads on both devices. */
    public String bindingMessage() {
        return bindingMessage;
    }

    /** Returns the provider's own name of the user; empty for Auth0's. */
    public Optional<String> loginHint() {
        return Optional.ofNullable(loginHint);
    }

    /** Returns how much time the user has; empty for the provider's default. */
    public Optional<Duration> requestedExpiry() {
        return Optional.ofNullable(requestedExpiry);
    }

    /** Returns the API; empty for {@code auth0.audience}. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns the scopes; empty for {@code auth0.scope}. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the details of what is to be approved. */
    public List<Map<String, Object>> authorizationDetails() {
        return authorizationDetails;
    }

    /** Returns further parameters. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Says neither who is asked nor for what. */
    @Override
    public String toString() {
        return "BackchannelAuthenticationRequest[audience=" + audience + ", scopes=" + scopes + ", parameters="
                + parameters.keySet() + "]";
    }
}
