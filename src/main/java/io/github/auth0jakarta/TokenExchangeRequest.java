package io.github.auth0jakarta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which token is to be exchanged, and for what (RFC 8693, 2.1); immutable.
 *
 * <p>It is checked when it is used, before anything is sent: the type of the subject token has to stand in
 * {@code auth0.token-exchange.subject-token-types}, and the audience has to be one of the configured ones.
 */
public final class TokenExchangeRequest {
    private final ExchangedToken subject;
    private final @Nullable ExchangedToken actor;
    private final @Nullable String audience;
    private final Set<String> scopes;
    private final @Nullable String requestedTokenType;
    private final @Nullable String organization;
    private final Map<String, List<String>> parameters;

    private TokenExchangeRequest(Builder builder) {
        this.subject = builder.subject;
        this.actor = builder.actor;
        this.audience = builder.audience;
        this.scopes = Set.copyOf(builder.scopes);
        this.requestedTokenType = builder.requestedTokenType;
        this.organization = builder.organization;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
    }

    private static final class Builder {
        private final ExchangedToken subject;
        private @Nullable ExchangedToken actor;
        private @Nullable String audience;
        private Set<String> scopes = Set.of();
        private @Nullable String requestedTokenType;
        private @Nullable String organization;
        private final Map<String, List<String>> parameters = new LinkedHashMap<>();

        private Builder(ExchangedToken subject) {
            this.subject = subject;
        }
    }

    /**
     * Returns a request that names neither an API nor scopes.
     *
     * @param subjectToken says for whom the new token is to be; without {@code Bearer} before it
     * @param subjectTokenType what it is, a URL or URN of 10 to 100 characters
     */
    public static TokenExchangeRequest of(String subjectToken, String subjectTokenType) {
        return new TokenExchangeRequest(new Builder(new ExchangedToken(subjectToken, subjectTokenType)));
    }

    /** Returns the same request for an API. */
    public TokenExchangeRequest withAudience(String api) {
        Builder builder = builder();
        builder.audience = api;
        return new TokenExchangeRequest(builder);
    }

    /** Returns the same request for these scopes. */
    public TokenExchangeRequest withScopes(Set<String> asked) {
        Builder builder = builder();
        builder.scopes = asked;
        return new TokenExchangeRequest(builder);
    }

    /** Returns the same request for a token of this type, a URL or URN; the answer has to be one. */
    public TokenExchangeRequest withRequestedTokenType(String type) {
        Builder builder = builder();
        builder.requestedTokenType = type;
        return new TokenExchangeRequest(builder);
    }

    /** Returns the same request within an organization, by its id ({@code org_...}) or name; an ID token has to name it. */
    public TokenExchangeRequest withOrganization(String idOrName) {
        Builder builder = builder();
        builder.organization = idOrName;
        return new TokenExchangeRequest(builder);
    }

    /**
     * Returns the same request, made by somebody who acts for the subject (RFC 8693, 1.1).
     *
     * @param actorTokenType what the token is, a URL or URN
     */
    public TokenExchangeRequest withActor(String actorToken, String actorTokenType) {
        Builder builder = builder();
        builder.actor = new ExchangedToken(actorToken, actorTokenType);
        return new TokenExchangeRequest(builder);
    }

    /**
     * Returns the same request with a further parameter, for an Auth0 Action to read. One that the protocol has already is
     * refused, and so are more than 20 values.
     */
    public TokenExchangeRequest withParameter(String name, String... values) {
        Builder builder = builder();
        builder.parameters.put(name, List.of(values));
        return new TokenExchangeRequest(builder);
    }

    private Builder builder() {
        Builder builder = new Builder(subject);
        builder.actor = actor;
        builder.audience = audience;
        builder.scopes = scopes;
        builder.requestedTokenType = requestedTokenType;
        builder.organization = organization;
        builder.parameters.putAll(parameters);
        return builder;
    }

    /** Returns the token that says for whom the new one is to be. */
    public ExchangedToken subject() {
        return subject;
    }

    /** Returns the token of who acts for the subject; empty where nobody does. */
    public Optional<ExchangedToken> actor() {
        return Optional.ofNullable(actor);
    }

    /** Returns the API; empty for what the provider gives by itself. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns the scopes; empty for what the provider gives by itself. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the type of token that is wanted; empty for an access token. */
    public Optional<String> requestedTokenType() {
        return Optional.ofNullable(requestedTokenType);
    }

    /** Returns the organization, by id or name; empty for none in particular. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** Returns the further parameters, unmodifiable. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    /** Says nothing of tokens and parameters. */
    @Override
    public String toString() {
        return "TokenExchangeRequest[subject=" + subject + ", audience=" + audience + ", scopes=" + scopes + "]";
    }
}
