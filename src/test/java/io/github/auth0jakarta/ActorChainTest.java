package io.github.auth0jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8693, 4.1: the {@code act} claim. */
class ActorChainTest {

    private static Map<String, Object> claims(@Nullable Object act) {
        return Collections.singletonMap("act", act);
    }

    private static Map<String, Object> chain(int length) {
        Map<String, Object> claims = Map.of("sub", "0");
        for (int i = 1; i <= length; i++) {
            claims = Map.of("sub", String.valueOf(i), "act", claims);
        }
        return claims;
    }

    @Test
    void ofWhenThereIsNoActThenEmpty() {
        ActorChain chain = ActorChain.of(Map.of("sub", "ada"));
        assertThat(chain.isEmpty()).isTrue();
        assertThat(chain.current()).isEmpty();
        assertThat(chain.actors()).isEmpty();
    }

    @Test
    void ofWhenNestedThenTheOutermostIsCurrentAndTheRestFollows() {
        ActorChain chain = ActorChain.of(
                claims(Map.of("sub", "agent", "client_id", "c1", "act", Map.of("sub", "first", "iss", "i1"))));
        assertThat(chain.current().orElseThrow().subject()).isEqualTo("agent");
        assertThat(chain.actors())
                .containsExactly(
                        new ActorChain.Actor("agent", Map.of("sub", "agent", "client_id", "c1")),
                        new ActorChain.Actor("first", Map.of("sub", "first", "iss", "i1")));
    }

    @Test
    void ofWhenAsLongAsMayBeThenRead() {
        assertThat(ActorChain.of(chain(ActorChain.MAX_LENGTH)).actors()).hasSize(ActorChain.MAX_LENGTH);
    }

    static Stream<Map<String, Object>> malformed() {
        return Stream.of(
                claims(null),
                claims("agent"),
                claims(List.of(Map.of("sub", "agent"))),
                claims(false),
                claims(Map.of()),
                claims(Map.of("sub", "")),
                claims(Map.of("sub", " ")),
                claims(Map.of("sub", 7L)),
                claims(Map.of("sub", "agent", "act", "first")),
                claims(Map.of("sub", "agent", "act", Map.of("iss", "i1"))),
                claims(Map.of("sub", "agent", "act", false)),
                chain(ActorChain.MAX_LENGTH + 1));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void ofWhenAnyActorIsMalformedThenRefused(Map<String, Object> claims) {
        TokenValidationException refusal =
                catchThrowableOfType(TokenValidationException.class, () -> ActorChain.of(claims));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.ACCESS_TOKEN_ACTOR_MALFORMED);
    }

    @Test
    void toStringNamesNobody() {
        assertThat(ActorChain.of(claims(Map.of("sub", "agent")))).hasToString("ActorChain[1]");
    }
}
