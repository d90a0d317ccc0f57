package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Requests that users approve on a device of their own (CIBA); a test is the user. */
public final class Approvals {

    private static final ErrorObject PENDING = new ErrorObject("authorization_pending", null, 400);
    private static final ErrorObject SLOW_DOWN = new ErrorObject("slow_down", null, 400);
    private static final ErrorObject EXPIRED = new ErrorObject("expired_token", null, 400);
    private static final Duration MORE = Duration.ofSeconds(5);

    private final Map<String, Waiting> requests = new ConcurrentHashMap<>();
    private final Randomness randomness;
    private final InstantSource clock;
    private volatile Duration interval = Duration.ofSeconds(5);
    private final AtomicInteger impatience = new AtomicInteger();

    Approvals(Randomness randomness, InstantSource clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    private enum Decision {
        NONE,
        APPROVED,
        DENIED
    }

    /** What one client asked of one user. */
    record Asked(String clientId, User user, Authorization.Extent extent, String bindingMessage) {}

    private record Waiting(Asked asked, Instant expiresAt, Duration interval, Instant nextPoll, Decision decision) {
        Waiting decided(Decision made) {
            return new Waiting(asked, expiresAt, interval, nextPoll, made);
        }

        Waiting polledAt(Instant now, Duration pause) {
            return new Waiting(asked, expiresAt, pause, now.plus(pause), decision);
        }
    }

    /** Sets how long clients have to wait between two polls, for requests to come: 5 s. */
    public Approvals interval(Duration pause) {
        interval = pause;
        return this;
    }

    /** Has the next polls answered with {@code slow_down}, however long the client waited. */
    public Approvals slowDown(int polls) {
        impatience.set(polls);
        return this;
    }

    /** Approves everything that the user is asked now; returns how many requests that were. */
    public int approve(String sub) {
        return decide(sub, Decision.APPROVED);
    }

    /** Refuses everything that the user is asked now; returns how many requests that were. */
    public int deny(String sub) {
        return decide(sub, Decision.DENIED);
    }

    /** Returns the binding messages of what the user is asked now. */
    public List<String> messages(String sub) {
        return requests.values().stream()
                .filter(waiting -> isOpen(waiting, sub))
                .map(waiting -> waiting.asked().bindingMessage())
                .toList();
    }

    /** Forgets all requests and settings. */
    void clear() {
        requests.clear();
        interval = Duration.ofSeconds(5);
        impatience.set(0);
    }

    private int decide(String sub, Decision decision) {
        int[] count = new int[1];
        requests.replaceAll((id, waiting) -> {
            if (!isOpen(waiting, sub)) {
                return waiting;
            }
            count[0]++;
            return waiting.decided(decision);
        });
        return count[0];
    }

    private boolean isOpen(Waiting waiting, String sub) {
        return waiting.asked().user().sub().equals(sub)
                && waiting.decision() == Decision.NONE
                && clock.instant().isBefore(waiting.expiresAt());
    }

    Duration interval() {
        return interval;
    }

    /** Returns the {@code auth_req_id}. */
    String add(Asked asked, Duration lifetime) {
        String id = randomness.token();
        Instant now = clock.instant();
        requests.put(id, new Waiting(asked, now.plus(lifetime), interval, now.plus(interval), Decision.NONE));
        return id;
    }

    /** Uses up a request that was approved; anything else is refused as CIBA Core section 11 has it. */
    Asked take(String id, Client client) {
        Waiting[] found = new Waiting[1];
        ErrorObject[] refusal = new ErrorObject[1];
        requests.computeIfPresent(id, (key, waiting) -> {
            found[0] = waiting;
            refusal[0] = refusal(waiting, client);
            return next(waiting, refusal[0]);
        });
        if (found[0] == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "unknown or used auth_req_id");
        }
        if (refusal[0] != null) {
            throw new OAuthException(refusal[0], "the request is not approved");
        }
        return found[0].asked();
    }

    private @Nullable ErrorObject refusal(Waiting waiting, Client client) {
        Instant now = clock.instant();
        if (!waiting.asked().clientId().equals(client.id())) {
            return OAuth2Error.INVALID_GRANT;
        }
        if (!now.isBefore(waiting.expiresAt())) {
            return EXPIRED;
        }
        boolean impatient = impatience.getAndUpdate(polls -> Math.max(0, polls - 1)) > 0;
        if (impatient || now.isBefore(waiting.nextPoll())) {
            return SLOW_DOWN;
        }
        return switch (waiting.decision()) {
            case NONE -> PENDING;
            case DENIED -> OAuth2Error.ACCESS_DENIED;
            case APPROVED -> null;
        };
    }

    /** Returns null where the request is over. */
    private @Nullable Waiting next(Waiting waiting, @Nullable ErrorObject refusal) {
        if (PENDING.equals(refusal)) {
            return waiting.polledAt(clock.instant(), waiting.interval());
        }
        if (SLOW_DOWN.equals(refusal)) {
            return waiting.polledAt(clock.instant(), waiting.interval().plus(MORE));
        }
        return OAuth2Error.INVALID_GRANT.equals(refusal) || EXPIRED.equals(refusal) ? waiting : null;
    }
}
