package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static final long VERSION = 2;

    private final StrictJson json;

    public SessionCodec(StrictJson json) {
        this.json = json;
    }

    /** Returns the session as JSON in UTF-8. */
    public byte[] encode(SessionData session) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("v", VERSION);
        object.put("id", session.id());
        object.put("id_token", session.idToken());
        object.put("sub", session.login().subject());
        object.put(
                "access_tokens",
                session.accessTokens().stream().map(SessionCodec::members).toList());
        putIfPresent(object, "refresh_token", session.refreshToken());
        object.put("name", session.callerName());
        object.put("groups", List.copyOf(session.groups()));
        putIfPresent(object, "sid", session.sid());
        object.put("iat", session.login().issuedAt().getEpochSecond());
        Instant ceiling = session.login().ceiling();
        if (ceiling != null) {
            object.put("ceiling", ceiling.getEpochSecond());
        }
        if (!session.login().hiddenClaims().isEmpty()) {
            object.put("hidden", List.copyOf(session.login().hiddenClaims()));
        }
        if (!session.attributes().isEmpty()) {
            object.put("attributes", session.attributes());
        }
        object.put("created", session.createdAt().getEpochSecond());
        object.put("updated", session.updatedAt().getEpochSecond());
        object.put("change", session.version());
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
        return new SessionData(
                object.text("id"),
                login(object),
                new SessionData.Tokens(
                        object.objects("access_tokens", SessionCodec::accessToken),
                        object.optionalText("refresh_token")),
                object.has("attributes") ? object.map("attributes") : Map.of(),
                object.instant("updated"),
                object.positive("change"));
    }

    private static SessionData.Login login(JsonMembers object) throws JsonMembers.MismatchException {
        return new SessionData.Login(
                object.text("id_token"),
                object.text("sub"),
                object.text("name"),
                Set.copyOf(object.texts("groups")),
                object.optionalText("sid"),
                object.instant("iat"),
                object.instant("created"),
                object.has("ceiling") ? object.instant("ceiling") : null,
                object.has("hidden") ? Set.copyOf(object.texts("hidden")) : Set.of());
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
