package io.github.auth0jakarta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who acts for the subject of a token, by its {@code act} claim (RFC 8693, 4.1); immutable.
 *
 * <p>Only the {@linkplain #current() current actor} may decide about access; those before it are there to be told (RFC 8693,
 * 4.1).
 */
public final class ActorChain {
    /** A chain of more actors is refused. */
    public static final int MAX_LENGTH = 10;

    private static final String CLAIM = "act";

    private final List<Actor> actors;

    /**
     * An actor.
     *
     * @param subject its {@code sub} claim, not blank
     * @param claims the claims that identify it, without the actor before it; unmodifiable
     */
    public record Actor(String subject, Map<String, Object> claims) {}

    private ActorChain(List<Actor> actors) {
        this.actors = List.copyOf(actors);
    }

    /**
     * Returns the chain that these claims tell, empty where they have no {@code act}.
     *
     * @throws TokenValidationException {@code access_token.actor_malformed} where one is not an object with a {@code sub} that is
     *     a text and not blank, or where there are more than {@value #MAX_LENGTH}
     */
    public static ActorChain of(Map<String, Object> claims) {
        List<Actor> actors = new ArrayList<>();
        Map<String, Object> holder = claims;
        while (holder.containsKey(CLAIM)) {
            Map<String, Object> actor = actor(holder.get(CLAIM), actors.size());
            actors.add(new Actor(subject(actor), withoutPrior(actor)));
            holder = actor;
        }
        return new ActorChain(actors);
    }

    private static Map<String, Object> actor(Object claim, int before) {
        if (before == MAX_LENGTH) {
            throw malformed("names more than " + MAX_LENGTH + " actors");
        }
        if (claim instanceof Map<?, ?> object) {
            @SuppressWarnings("unchecked") // the names of a JSON object are texts
            var members = (Map<String, Object>) object;
            return members;
        }
        throw malformed("has an actor that is not an object");
    }

    private static String subject(Map<String, Object> actor) {
        if (actor.get("sub") instanceof String subject && !subject.isBlank()) {
            return subject;
        }
        throw malformed("has an actor without a subject");
    }

    private static Map<String, Object> withoutPrior(Map<String, Object> actor) {
        Map<String, Object> own = new LinkedHashMap<>(actor);
        own.remove(CLAIM);
        return Collections.unmodifiableMap(own);
    }

    private static TokenValidationException malformed(String reason) {
        return new TokenValidationException(Auth0ErrorCode.ACCESS_TOKEN_ACTOR_MALFORMED, "the act claim " + reason);
    }

    /** Returns the current actor, the outermost {@code act}; empty where the subject acts itself. */
    public Optional<Actor> current() {
        return actors.stream().findFirst();
    }

    /** Returns all actors, the current one first and the first one last. */
    public List<Actor> actors() {
        return actors;
    }

    /** Returns whether the subject acts itself. */
    public boolean isEmpty() {
        return actors.isEmpty();
    }

    /** Says how many there are. */
    @Override
    public String toString() {
        return "ActorChain[" + actors.size() + "]";
    }
}
