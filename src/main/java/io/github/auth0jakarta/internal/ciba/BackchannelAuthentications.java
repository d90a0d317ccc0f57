package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Denied;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Expired;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * Requests for approval and what becomes of them, for owners who are known.
 *
 * <p>Nothing of a request is kept but when it may be polled: the id has the rest, so another node can go on with it.
 */
public final class BackchannelAuthentications implements AutoCloseable {
    private final BackchannelEndpoint endpoint;
    private final BackchannelTokens tokens;
    private final RequestSeal seal;
    private final PollTurns turns;
    private final Waits waits = new Waits();
    private final Later later;
    private final InstantSource clock;

    /** What the provider is asked with. */
    public record Provider(
            ClientRequests requests, JsonAnswers answers, TokenEndpoint tokenEndpoint, TokenSets tokenSets) {}

    /** What happens with tokens before anybody else gets them; may refuse them by an exception. */
    @FunctionalInterface
    public interface Receiver {
        /** Does nothing with them. */
        Receiver NONE = (tokens, purpose) -> {};

        void receive(TokenResponse tokens, TokenPurpose purpose);
    }

    public BackchannelAuthentications(
            Provider provider,
            RequestDefaults defaults,
            RequestSeal seal,
            Later later,
            StrictJson json,
            InstantSource clock) {
        this.endpoint = new BackchannelEndpoint(
                provider.requests(), provider.answers(), new RequestForm(defaults, json), clock);
        this.tokens = new BackchannelTokens(provider.tokenEndpoint(), provider.tokenSets());
        this.seal = seal;
        this.turns = new PollTurns(clock);
        this.later = later;
        this.clock = clock;
    }

    /** Has the provider ask the user. */
    public BackchannelAuthentication start(BackchannelAuthenticationRequest request, RequestOwner owner) {
        StartedRequest started = endpoint.start(request);
        return new BackchannelAuthentication(seal.seal(started, owner), started.expiresAt(), started.interval());
    }

    /** Asks the provider once, where it is time to. */
    public BackchannelAuthenticationResult poll(String id, RequestOwner owner, Receiver receiver) {
        return poll(seal.open(id, owner), receiver);
    }

    /** Waits for the user. */
    public CompletionStage<TokenSet> await(String id, RequestOwner owner) {
        StartedRequest request = seal.open(id, owner);
        Wait wait = new Wait(request, () -> poll(request, Receiver.NONE), later, clock);
        return waits.begin(wait, turns.untilTurn(request));
    }

    private BackchannelAuthenticationResult poll(StartedRequest request, Receiver receiver) {
        if (!clock.instant().isBefore(request.expiresAt())) {
            return new Expired();
        }
        Duration wait = turns.take(request);
        if (!wait.isZero()) {
            return new Pending(wait);
        }
        TokenResponse response;
        try {
            response = tokens.ask(request);
        } catch (AuthorizationServerException e) {
            return undecided(request, e);
        }
        TokenSet checked = tokens.checked(request, response);
        receiver.receive(response, request.purpose());
        return new Approved(checked);
    }

    /** CIBA Core, 11; and a provider that has too much to do says nothing about the user. */
    private BackchannelAuthenticationResult undecided(StartedRequest request, AuthorizationServerException e) {
        if (e.code() == Auth0ErrorCode.SERVER_INVALID_CLIENT) {
            throw e;
        }
        Duration atLeast = e.retryAfter().orElse(Duration.ZERO);
        if (e.code() == Auth0ErrorCode.SERVER_RATE_LIMITED && !atLeast.isZero()) {
            return new Pending(turns.pending(request, false, atLeast));
        }
        return switch (e.error().orElse("")) {
            case "authorization_pending" -> new Pending(turns.pending(request, false, atLeast));
            case "slow_down" -> new Pending(turns.pending(request, true, atLeast));
            case "access_denied" -> new Denied();
            case "expired_token" -> new Expired();
            default -> throw e;
        };
    }

    /** Returns how many are waiting. */
    int waiting() {
        return waits.size();
    }

    /** Ends all waits. */
    @Override
    public void close() {
        waits.end();
    }
}
