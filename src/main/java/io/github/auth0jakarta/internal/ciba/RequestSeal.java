package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.session.CookieSeal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a request the id that applications and browsers have, which only its owner can use.
 *
 * <p>The owner is authenticated with the content and not part of it: with another one there is nothing to compare, the seal
 * does not open.
 */
public final class RequestSeal {
    /** An id has to hold an {@code auth_req_id} of {@value BackchannelEndpoint#MAX_ID} characters, and the longest texts. */
    public static final int MAX_CHARACTERS = 32 * 1024;

    private final CookieSeal seal;
    private final StrictJson json;

    /**
     * @param seal for this purpose alone, that opens {@value #MAX_CHARACTERS} characters
     */
    public RequestSeal(CookieSeal seal, StrictJson json) {
        this.seal = seal;
        this.json = json;
    }

    String seal(StartedRequest request, RequestOwner owner) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", request.authReqId());
        members.put("sub", request.subject());
        members.put("aud", request.purpose().audience());
        members.put("scope", Scopes.text(request.purpose().scopes()));
        members.put("start", request.startedAt().toEpochMilli());
        members.put("end", request.expiresAt().toEpochMilli());
        members.put("interval", request.interval().toSeconds());
        return seal.seal(owner.text(), json.writeObject(members).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the request that an id stands for.
     *
     * @throws AccessDeniedException {@code ciba.request_not_of_session} where this owner has no such request
     */
    StartedRequest open(String id, RequestOwner owner) {
        CookieSeal.Opened opened = seal.open(owner.text(), id).orElse(null);
        if (opened == null) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.CIBA_REQUEST_NOT_OF_SESSION,
                    "no request for approval of this session has this id",
                    Set.of(),
                    List.of(),
                    null);
        }
        try {
            return read(json.readObject(opened.plaintext()));
        } catch (MalformedJsonException | ClassCastException e) {
            throw new IllegalStateException("the seal opened something that was never sealed", e);
        }
    }

    private static StartedRequest read(Map<String, @Nullable Object> members) {
        return new StartedRequest(
                text(members, "id"),
                text(members, "sub"),
                new TokenPurpose((String) members.get("aud"), Scopes.parse(text(members, "scope"))),
                Instant.ofEpochMilli(number(members, "start")),
                Instant.ofEpochMilli(number(members, "end")),
                Duration.ofSeconds(number(members, "interval")));
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        return String.class.cast(Objects.requireNonNull(members.get(name)));
    }

    private static long number(Map<String, @Nullable Object> members, String name) {
        return Long.class.cast(Objects.requireNonNull(members.get(name)));
    }
}
