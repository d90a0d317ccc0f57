package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.TokenSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What a page shows of a token: everything but the token. */
final class ShownToken {
    private ShownToken() {}

    static Map<String, Object> of(AccessToken token) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("token", hidden(token.value()));
        shown.put("type", token.type());
        shown.put("scopes", new TreeSet<>(token.scopes()));
        shown.put("expiresAt", token.expiresAt().toString());
        return shown;
    }

    static Map<String, Object> of(TokenSet tokens) {
        Map<String, Object> shown = of(tokens.accessToken());
        tokens.issuedTokenType().ifPresent(type -> shown.put("issuedTokenType", type));
        shown.put(
                "actors",
                tokens.actors().actors().stream().map(ActorChain.Actor::subject).toList());
        return shown;
    }

    static String hidden(String token) {
        return token.length() + " characters, not shown";
    }
}
