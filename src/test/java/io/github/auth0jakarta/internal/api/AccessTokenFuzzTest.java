package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Fuzz;
import io.github.auth0jakarta.testing.Mutations;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What chance makes of access tokens and of the header that they come in. */
class AccessTokenFuzzTest {
    private static final StrictJson JSON = new StrictJson();

    private final FixedTime time = new FixedTime();
    private final AccessTokenValidator validator = new AccessTokenValidator(
            new FakeJwks(TestKeys.RSA, TestKeys.EC).issuer(time),
            new AccessTokenRules(
                    AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                    Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256),
                    Set.of(),
                    new Lifetime(time, Duration.ofSeconds(60))),
            JSON);
    private final Fuzz fuzz = Fuzz.allowing(Auth0Exception.class);

    @Test
    @Tag("AC-01")
    void changedTokenIsRefused() {
        List<String> tokens = List.of(
                TestJwts.accessToken().build(),
                TestJwts.accessToken().signedBy(TestKeys.EC).build());
        fuzz.run(random -> {
            String token = tokens.get(random.nextInt(tokens.size()));
            String mutant = Mutations.text(random, token);
            assertThat(tokens.contains(mutant) || refuses(mutant)).isTrue();
        });
    }

    @Test
    @Tag("AC-01")
    void signedClaimsAreAcceptedOnlyWhereTheySayEnough() throws MalformedJsonException {
        TestJwts good = TestJwts.accessToken().signedBy(TestKeys.EC);
        Map<String, Object> claims = JSON.readObject(good.payloadJson());
        fuzz.run(random -> {
            String token = good.withPayload(Mutations.json(random, claims));
            accepted(token).ifPresent(verified -> assertEnough(verified.claims()));
        });
    }

    @Test
    @Tag("AC-01")
    void signedHeaderIsAcceptedOnlyWithAllowedAlgorithms() throws MalformedJsonException {
        TestJwts good = TestJwts.accessToken().signedBy(TestKeys.EC);
        Map<String, Object> header = JSON.readObject(good.headerJson());
        fuzz.run(random -> {
            String text = Mutations.json(random, header);
            if (accepted(good.withHeader(text)).isPresent()) {
                assertThat(JSON.readObject(text.getBytes(StandardCharsets.UTF_8)))
                        .containsEntry("alg", "ES256")
                        .doesNotContainKeys("crit", "b64");
            }
        });
    }

    @Test
    @Tag("AC-11")
    void headerIsATokenOnlyWhereItIsOneSchemeOneSpaceAndOneToken() {
        fuzz.run(random -> {
            String scheme = random.nextBoolean() ? "Bearer " : "DPoP ";
            String value = Mutations.text(random, scheme + "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln-_");
            RequestCredentials found = AuthorizationHeader.of(
                    FakeRequest.get("/api").header("Authorization", value).servlet());
            assertThat(found.kind() == RequestCredentials.Kind.TOKEN).isEqualTo(found.token() != null);
            if (found.token() != null) {
                assertThat(value).matches("(?i)(bearer|dpop) [!-~]+").endsWith(" " + found.token());
            }
        });
    }

    @Test
    void actorsAreReadOrRefused() throws MalformedJsonException {
        Map<String, Object> claims = JSON.readObject("{\"act\":{\"sub\":\"a\",\"act\":{\"sub\":\"b\",\"iss\":\"i\"}}}");
        Fuzz.allowing(Exception.class).run(random -> {
            String text = Mutations.json(random, claims);
            try {
                ActorChain chain = ActorChain.of(JSON.readObject(text));
                assertThat(chain.actors()).hasSizeLessThanOrEqualTo(ActorChain.MAX_LENGTH);
            } catch (MalformedJsonException | Auth0Exception e) {
                assertThat(e).hasMessageNotContaining("x\"");
            }
        });
    }

    private static void assertEnough(Map<String, Object> claims) {
        assertThat(claims).containsEntry("iss", TestJwts.ISSUER).doesNotContainKeys("cnf", "events");
        assertThat(claims.get("sub")).isInstanceOf(String.class).isNotEqualTo("");
        assertThat(TestJwts.AUDIENCE.equals(claims.get("aud"))
                        || (claims.get("aud") instanceof List<?> list && list.contains(TestJwts.AUDIENCE)))
                .isTrue();
        assertThat(claims.get("exp"))
                .isInstanceOfSatisfying(
                        Number.class,
                        exp -> assertThat(Instant.ofEpochSecond(exp.longValue()))
                                .isAfter(FixedTime.START.minusSeconds(61)));
    }

    private Optional<JwtAccessToken> accepted(String token) {
        try {
            return Optional.of(validator.validateBearer(token));
        } catch (Auth0Exception e) {
            assertThat(e).hasMessageNotContaining(TestJwts.SUBJECT);
            return Optional.empty();
        }
    }

    private boolean refuses(String token) {
        return accepted(token).isEmpty();
    }
}
