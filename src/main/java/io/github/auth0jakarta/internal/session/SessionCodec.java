package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session as compact JSON with a version, and reads what it wrote.
 *
 * <p>Nothing in the JSON names a Java type. Members that are unknown are passed over; another version is not read at all.
 */
public final class SessionCodec {

    private static final long VERSION = 1;

    private final StrictJson json;

    public SessionCodec(StrictJson json) {
        this.json = json;
    }

    /** Returns the session as JSON in UTF-8. */
    public byte[] encode(SessionData session) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("v", VERSION);
        object.put("id_token", session.idToken());
        object.put(
                "access_tokens",
                session.accessTokens().stream().map(SessionCodec::members).toList());
        putIfPresent(object, "refresh_token", session.refreshToken());
        object.put("name", session.callerName());
        object.put("groups", List.copyOf(session.groups()));
        putIfPresent(object, "sid", session.sid());
        object.put("created", session.createdAt().getEpochSecond());
        object.put("updated", session.updatedAt().getEpochSecond());
        return json.writeObject(object).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> members(StoredAccessToken token) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", token.value());
        object.put("type", token.type());
        putIfPresent(object, "aud", token.audience());
        object.put("requested", List.copyOf(token.requestedScopes()));
        object.put("granted", List.copyOf(token.grantedScopes()));
        object.put("exp", token.expiresAt().getEpochSecond());
        return object;
    }

    private static void putIfPresent(Map<String, Object> object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    /** Returns the session that {@link #encode} made these bytes of; empty for any others. */
    public Optional<SessionData> decode(byte[] utf8) {
        try {
            JsonMembers object = new JsonMembers(json.readObject(utf8));
            return object.number("v") == VERSION ? Optional.of(session(object)) : Optional.empty();
        } catch (MalformedJsonException | JsonMembers.MismatchException e) {
            return Optional.empty();
        }
    }

    private static SessionData session(JsonMembers object) throws JsonMembers.MismatchException {
        List<StoredAccessToken> tokens = object.objects("access_tokens", SessionCodec::accessToken);
        return new SessionData(
                object.text("id_token"),
                tokens,
                object.optionalText("refresh_token"),
                object.text("name"),
                Set.copyOf(object.texts("groups")),
                object.optionalText("sid"),
                object.instant("created"),
                object.instant("updated"));
    }

    private static StoredAccessToken accessToken(JsonMembers object) throws JsonMembers.MismatchException {
        return new StoredAccessToken(
                object.text("value"),
                object.text("type"),
                object.optionalText("aud"),
                Set.copyOf(object.texts("requested")),
                Set.copyOf(object.texts("granted")),
                object.instant("exp"));
    }
}
