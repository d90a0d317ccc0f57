package io.github.auth0jakarta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For whom a session at another application is to begin, and who begins it (Auth0's session transfer); immutable. */
public final class SessionTransferRequest {
    private final ExchangedToken subject;
    private final @Nullable ExchangedToken actor;
    private final Set<String> scopes;
    private final @Nullable String organization;
    private final @Nullable String reason;

    private SessionTransferRequest(
            ExchangedToken subject,
            @Nullable ExchangedToken actor,
            Set<String> scopes,
            @Nullable String organization,
            @Nullable String reason) {
        this.subject = subject;
        this.actor = actor;
        this.scopes = Set.copyOf(scopes);
        this.organization = organization;
        this.reason = reason;
    }

    /**
     * Returns a request in which the logged-in caller acts for the subject.
     *
     * @param subjectToken says for whom
     * @param subjectTokenType one of {@code auth0.token-exchange.subject-token-types}
     */
    public static SessionTransferRequest of(String subjectToken, String subjectTokenType) {
        return new SessionTransferRequest(
                new ExchangedToken(subjectToken, subjectTokenType), null, Set.of(), null, null);
    }

    /** Returns the same request in which another one acts. */
    public SessionTransferRequest withActor(String actorToken, String actorTokenType) {
        return new SessionTransferRequest(
                subject, new ExchangedToken(actorToken, actorTokenType), scopes, organization, reason);
    }

    /** Returns the same request with these scopes beside {@code openid profile email}. */
    public SessionTransferRequest withScopes(Set<String> asked) {
        return new SessionTransferRequest(subject, actor, asked, organization, reason);
    }

    /** Returns the same request within an organization, by its id or name. */
    public SessionTransferRequest withOrganization(String idOrName) {
        return new SessionTransferRequest(subject, actor, scopes, idOrName, reason);
    }

    /** Returns the same request with a reason, for the tenant's log and Actions. */
    public SessionTransferRequest withReason(String why) {
        return new SessionTransferRequest(subject, actor, scopes, organization, why);
    }

    /** Returns the token that says for whom. */
    public ExchangedToken subject() {
        return subject;
    }

    /** Returns the token of who acts; empty for the logged-in caller. */
    public Optional<ExchangedToken> actor() {
        return Optional.ofNullable(actor);
    }

    /** Returns the scopes beside those that are always asked for. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the organization; empty for none in particular. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** Returns the reason; empty for none. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "SessionTransferRequest[subject=" + subject + ", scopes=" + scopes + "]";
    }
}
