package io.github.auth0jakarta.sample.agent.orders;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0Session;
import java.util.List;

/**
 * Whom this API saw calling.
 *
 * @param sub the user
 * @param actors who acts for the user, the one who called first
 * @param scope what they may do here
 */
public record Sight(String sub, List<String> actors, String scope) {

    /** Returns what the access token of the current request says. */
    static Sight of(Auth0Session session) {
        return new Sight(
                session.subject().orElse(""),
                ActorChain.of(session.claims()).actors().stream()
                        .map(ActorChain.Actor::subject)
                        .toList(),
                String.valueOf(session.claims().get("scope")));
    }
}
