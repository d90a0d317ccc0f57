package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSessions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCodecTest {

    private static final StrictJson JSON = new StrictJson();
    private static final SessionCodec CODEC = new SessionCodec(JSON);

    private static Optional<SessionData> decode(String json) {
        return CODEC.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> completeMembers() {
        try {
            return new LinkedHashMap<>(JSON.readObject(CODEC.encode(TestSessions.complete())));
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void decodeWhenEncodedThenEqual() {
        for (SessionData session : List.of(TestSessions.complete(), TestSessions.least())) {
            assertThat(CODEC.decode(CODEC.encode(session))).contains(session);
        }
    }

    @Test
    void decodeWhenAnySessionEncodedThenEqual() {
        RandomGenerator random = SeededRandom.of(4);
        for (int i = 0; i < 500; i++) {
            SessionData session = session(random);
            assertThat(CODEC.decode(CODEC.encode(session))).contains(session);
        }
    }

    @Test
    void encodeWhenLeastThenCompactJsonWithVersion() {
        assertThat(new String(CODEC.encode(TestSessions.least()), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"v\":2,\"id\":\"session-id\",\"id_token\":\"secret.id.token\",\"sub\":\"bob\",\"access_tokens\":[],\"name\":\"bob\","
                                + "\"groups\":[],\"iat\":1795255200,\"created\":1795255200,\"updated\":1795255200,\"change\":1}");
    }

    @Test
    void decodeWhenUnknownMemberThenPassedOver() {
        Map<String, Object> members = completeMembers();
        members.put("@class", "java.util.HashMap");
        assertThat(decode(JSON.writeObject(members))).contains(TestSessions.complete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"a\"",
                "{\"v\":1}",
                "{\"v\":1",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
                "{\"@class\":\"javax.naming.InitialContext\"}",
                "[\"java.lang.Runtime\",{}]",
                "{\"v\":2,\"id\":\"i\",\"sub\":\"b\",\"iat\":1,\"id_token\":\"a\",\"access_tokens\":[],\"name\":\"b\",\"groups\":[],\"created\":1,\"updated\":1}x",
                "{\"v\":2,\"v\":2,\"id\":\"i\",\"sub\":\"b\",\"iat\":1,\"id_token\":\"a\",\"access_tokens\":[],\"name\":\"b\",\"groups\":[],\"created\":1,\"updated\":1}",
                "{\"v\":1,\"id\":\"i\",\"sub\":\"b\",\"iat\":1,\"id_token\":\"a\",\"access_tokens\":[],\"name\":\"b\",\"groups\":[],\"created\":1,\"updated\":1}",
                "{\"v\":2,\"id\":\"i\",\"sub\":\"b\",\"iat\":1,\"id_token\":\"a\\ud800\",\"access_tokens\":[],\"name\":\"b\",\"groups\":[],\"created\":1,\"updated\":1}"
            })
    void decodeWhenHostileThenEmpty(String json) {
        assertThat(decode(json)).isEmpty();
    }

    @Test
    void decodeWhenFirstAndLastPossibleTimeThenEqual() {
        for (long second : new long[] {0, 253_402_300_799L}) {
            SessionData session = TestSessions.updatedAt(Instant.ofEpochSecond(second));
            assertThat(CODEC.decode(CODEC.encode(session))).contains(session);
        }
    }

    @Test
    void decodeWhenDeeplyNestedThenEmpty() {
        assertThat(decode("{\"v\":2,\"x\":" + "[".repeat(100_000))).isEmpty();
        assertThat(decode("{\"a\":".repeat(100_000))).isEmpty();
    }

    @Test
    void decodeWhenNotUtf8ThenEmpty() {
        byte[] bytes = CODEC.encode(TestSessions.least());
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf("bob")] = (byte) 0xFF;
        assertThat(CODEC.decode(bytes)).isEmpty();
    }

    static Stream<String> memberNames() {
        return completeMembers().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("memberNames")
    void decodeWhenMemberHasAnotherTypeThenEmpty(String name) {
        for (Object wrong : Arrays.asList(null, true, "text", -1L, 253_402_300_800L, List.of(1L), Map.of("a", "b"))) {
            Map<String, Object> members = completeMembers();
            boolean isCount = name.equals("change") && Objects.equals(wrong, 253_402_300_800L);
            boolean couldBeRight = isCount || (wrong instanceof String && members.get(name) instanceof String);
            members.put(name, wrong);
            assertThat(decode(JSON.writeObject(members)).isPresent())
                    .as("%s: %s", name, wrong)
                    .isEqualTo(couldBeRight);
        }
    }

    @ParameterizedTest
    @MethodSource("memberNames")
    void decodeWhenMemberIsMissingThenEmptyUnlessOptional(String name) {
        Map<String, Object> members = completeMembers();
        members.remove(name);
        assertThat(decode(JSON.writeObject(members)).isPresent())
                .isEqualTo(Set.of("refresh_token", "sid").contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "type", "requested", "granted", "exp"})
    void decodeWhenMemberOfAccessTokenIsMissingOrNullThenEmpty(String name) {
        Map<String, Object> members = completeMembers();
        Map<String, Object> token = new LinkedHashMap<>(
                Map.of("value", "t", "type", "Bearer", "requested", List.of(), "granted", List.of("a"), "exp", 1L));
        members.put("access_tokens", List.of(token));
        assertThat(decode(JSON.writeObject(members))).isPresent();
        token.put(name, null);
        assertThat(decode(JSON.writeObject(members))).isEmpty();
        token.remove(name);
        assertThat(decode(JSON.writeObject(members))).isEmpty();
    }

    @Test
    void decodeWhenAnyByteIsReplacedThenNoException() {
        byte[] encoded = CODEC.encode(TestSessions.complete());
        for (int i = 0; i < encoded.length; i++) {
            for (byte replacement : new byte[] {0, '"', '{', ']', ',', '9', 'e', '\\', (byte) 0xFF}) {
                byte[] changed = encoded.clone();
                changed[i] = replacement;
                assertThat(CODEC.decode(changed)).isNotNull();
            }
        }
    }

    @Test
    void toStringWhenTokensThenNotInIt() {
        assertThat(TestSessions.complete().toString())
                .doesNotContain("secret")
                .doesNotContain("alice")
                .contains("refreshToken=true");
        StoredAccessToken token = TestSessions.complete().accessTokens().get(0);
        assertThat(token.toString()).doesNotContain("secret").contains("https://api.example/");
        assertThat(token.toAccessToken().toString()).doesNotContain("secret");
        assertThat(token.toAccessToken().value()).isEqualTo(token.value());
    }

    @Test
    void constructorWhenTimesHaveFractionsThenWholeSeconds() {
        SessionData session = TestSessions.updatedAt(TestSessions.LOGIN_TIME.plusNanos(1_999_999_999));
        assertThat(session.updatedAt()).isEqualTo(TestSessions.LOGIN_TIME.plusSeconds(1));
    }

    private static SessionData session(RandomGenerator random) {
        List<StoredAccessToken> tokens = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tokens.add(new StoredAccessToken(
                    text(random), text(random), optional(random), texts(random), texts(random), instant(random)));
        }
        return TestSessions.of(
                text(random),
                tokens,
                optional(random),
                text(random),
                texts(random),
                optional(random),
                instant(random),
                instant(random));
    }

    private static Instant instant(RandomGenerator random) {
        return Instant.ofEpochSecond(random.nextLong(253_402_300_800L));
    }

    private static @Nullable String optional(RandomGenerator random) {
        return random.nextBoolean() ? null : text(random);
    }

    private static Set<String> texts(RandomGenerator random) {
        Set<String> texts = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    /** Any characters but halves of a pair: control characters, quotes, all planes. */
    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int character = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
            if (Character.getType(character) != Character.SURROGATE) {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }
}
