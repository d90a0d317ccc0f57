package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.RecordedLog;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final SigningKeys keys = provider.signingKeys(time);

    @Nested
    class Choice {
        @Test
        void keyIsFoundByItsKid() {
            provider.publish(TestKeys.RSA, TestKeys.ROTATED_RSA, TestKeys.EC);

            assertThat(find(SignatureAlgorithm.RS256, TestKeys.ROTATED_RSA.kid()))
                    .containsExactly("kid-ROTATED_RSA");
            assertThat(find(SignatureAlgorithm.ES256, TestKeys.EC.kid())).containsExactly("kid-EC");
        }

        @Test
        @Tag("JW-10")
        void keyOfAnotherTypeOrCurveDoesNotFit() {
            provider.publish(TestKeys.RSA, TestKeys.EC);

            assertThat(find(SignatureAlgorithm.ES256, TestKeys.RSA.kid())).isEmpty();
            assertThat(find(SignatureAlgorithm.RS256, TestKeys.EC.kid())).isEmpty();
            assertThat(find(SignatureAlgorithm.ES384, TestKeys.EC.kid())).isEmpty();
        }

        @Test
        @Tag("JW-10")
        void keyThatNamesItsAlgorithmFitsNoOther() {
            Map<String, Object> key = TestKeys.RSA.jwk();
            key.put("alg", "RS256");
            provider.answer(TestKeys.jwks(List.of(key)));

            assertThat(find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).hasSize(1);
            assertThat(find(SignatureAlgorithm.PS256, TestKeys.RSA.kid())).isEmpty();
            assertThat(find(SignatureAlgorithm.RS384, TestKeys.RSA.kid())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "kid-rsa", "kid-RSA ", "kid-RS", "*"})
        @Tag("JW-07")
        void wrongKidNeverFallsBackToAnotherKey(String kid) {
            assertThat(find(SignatureAlgorithm.RS256, kid)).isEmpty();
        }

        @Test
        @Tag("JW-07")
        void keyWithoutKidIsNotTheOneThatATokenNames() {
            Map<String, Object> nameless = TestKeys.RSA.jwk();
            nameless.remove("kid");
            provider.answer(TestKeys.jwks(List.of(nameless)));

            assertThat(keys.find(SignatureAlgorithm.RS256, "kid-RSA")).isEmpty();
            assertThat(keys.find(SignatureAlgorithm.RS256, null)).hasSize(1);
        }

        @Test
        @Tag("IT-13")
        void withoutKidEveryFittingKeyIsACandidate() {
            provider.publish(TestKeys.RSA, TestKeys.EC, TestKeys.ROTATED_RSA);

            assertThat(keys.find(SignatureAlgorithm.RS256, null)).hasSize(2);
            assertThat(keys.find(SignatureAlgorithm.ES256, null)).hasSize(1);
        }

        @Test
        void candidatesAreLimited() {
            provider.answer(
                    TestKeys.jwks(Stream.generate(TestKeys.RSA::jwk).limit(50).toList()));

            assertThat(keys.find(SignatureAlgorithm.RS256, null)).hasSize(4);
            assertThat(keys.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).hasSize(4);
        }
    }

    @Nested
    class Freshness {
        @Test
        void nothingIsFetchedBeforeTheFirstToken() {
            assertThat(provider.fetches()).isZero();
        }

        @Test
        void keysAreFetchedOnce() {
            for (int i = 0; i < 100; i++) {
                find(SignatureAlgorithm.RS256, TestKeys.RSA.kid());
            }

            assertThat(provider.fetches()).isEqualTo(1);
        }

        @Test
        void verifiersAreBuiltOncePerSet() {
            VerificationKey first =
                    keys.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid()).get(0);

            assertThat(keys.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).containsExactly(first);
        }

        @Tag("JW-15")
        @Test
        void keysAreRenewedAheadOfTimeWithoutWaiting() {
            known();
            time.advance(Duration.ofMinutes(8).minusSeconds(1));
            known();
            assertThat(provider.fetches()).isEqualTo(1);

            time.advance(Duration.ofSeconds(2));
            known();
            assertThat(provider.fetches()).isEqualTo(2);
        }

        @Test
        @Tag("JW-11")
        void withdrawnKeyIsRefusedWhenTheSetIsNotFreshAnyMore() {
            known();
            provider.publish(TestKeys.ROTATED_RSA);
            time.advance(Duration.ofMinutes(10).plusSeconds(1));

            assertThat(find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).isEmpty();
        }

        @Test
        void droppedKeysAreFetchedAgain() {
            known();
            provider.publish(TestKeys.ROTATED_RSA);
            keys.dropCache();

            assertThat(find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).isEmpty();
            assertThat(find(SignatureAlgorithm.RS256, TestKeys.ROTATED_RSA.kid()))
                    .hasSize(1);
        }

        @Test
        void busyExecutorStopsNoRequest() {
            SigningKeys busy = provider.signingKeys(time, task -> {
                throw new RejectedExecutionException("full");
            });
            busy.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid());
            for (int minute = 1; minute <= 12; minute++) {
                time.advance(Duration.ofMinutes(1));
                assertThat(busy.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid()))
                        .hasSize(1);
            }
            assertThat(provider.fetches()).isEqualTo(2);
        }

        @Test
        void oneOfManyParallelRequestsFetches() throws Exception {
            int threads = 16;
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                Callable<Integer> request = () -> {
                    start.await();
                    return keys.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())
                            .size();
                };
                List<Future<Integer>> found = Stream.generate(() -> pool.submit(request))
                        .limit(threads)
                        .toList();
                start.countDown();
                for (Future<Integer> keysFound : found) {
                    assertThat(keysFound.get()).isEqualTo(1);
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(provider.fetches()).isEqualTo(1);
        }
    }

    @Nested
    class Rotation {
        @BeforeEach
        void warmUp() {
            known();
            time.advance(Duration.ofMinutes(1));
        }

        @Test
        @Tag("IT-14")
        @Tag("JW-06")
        void newKeyIsFetchedAtOnce() {
            provider.publish(TestKeys.RSA, TestKeys.ROTATED_RSA);

            assertThat(find(SignatureAlgorithm.RS256, TestKeys.ROTATED_RSA.kid()))
                    .hasSize(1);
            assertThat(provider.fetches()).isEqualTo(2);
        }

        @Test
        @Tag("JW-06")
        void floodOfUnknownKeysCausesTwoFetchesPerHalfMinute() {
            for (int i = 0; i < 10_000; i++) {
                assertThat(find(SignatureAlgorithm.RS256, "unknown-" + i)).isEmpty();
            }
            assertThat(provider.fetches()).isEqualTo(1 + 2);

            time.advance(Duration.ofSeconds(31));
            for (int i = 0; i < 10_000; i++) {
                assertThat(find(SignatureAlgorithm.RS256, "unknown-" + i)).isEmpty();
            }
            assertThat(provider.fetches()).isEqualTo(1 + 4);
            known();
        }
    }

    @Nested
    class Outage {
        @Test
        void startWithoutProviderIsNoVerdictOnTheToken() {
            provider.down(true);

            assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, SigningKeysTest.this::known);
        }

        @Test
        void startWithoutProviderIsOverSoonAfterTheProviderIsBack() {
            provider.down(true);
            for (int second = 0; second < 20; second++) {
                assertThat(isUnavailable()).isTrue();
                time.advance(Duration.ofSeconds(1));
            }
            assertThat(provider.fetches()).isLessThanOrEqualTo(12);

            provider.down(false);
            int waited = 0;
            while (isUnavailable()) {
                time.advance(Duration.ofSeconds(1));
                waited++;
            }
            assertThat(waited).isLessThanOrEqualTo(6);
        }

        @Test
        void startWithABadDocumentSaysSo() {
            provider.answer("<html>".getBytes(StandardCharsets.UTF_8));

            assertRefused(Auth0ErrorCode.SERVER_KEYS_INVALID, SigningKeysTest.this::known);
        }

        @Tag("JW-15")
        @Test
        void knownKeysAreUsedForHoursAndThenNoMore() {
            known();
            provider.down(true);
            for (int minute = 0; minute < 4 * 60; minute++) {
                known();
                time.advance(Duration.ofMinutes(1));
            }
            time.advance(Duration.ofMinutes(11));

            assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, SigningKeysTest.this::known);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html></html>", "{}", "{\"keys\":[]}", "{\"keys\":[],\"keys\":[]}"})
        @Tag("JW-13")
        void badDocumentLeavesTheOldKeysInPlace(String document) {
            known();
            provider.answer(document.getBytes(StandardCharsets.UTF_8));
            time.advance(Duration.ofMinutes(11));

            known();
        }

        @Test
        void providerIsAskedAtMostTwicePerHalfMinute() {
            known();
            provider.down(true);
            time.advance(Duration.ofMinutes(11));
            int before = provider.fetches();
            for (int second = 0; second < 300; second++) {
                known();
                time.advance(Duration.ofSeconds(1));
            }

            assertThat(provider.fetches() - before).isBetween(5, 20);
        }

        @Test
        void recoveryIsNoticedWithinAMinute() {
            known();
            provider.down(true);
            time.advance(Duration.ofMinutes(11));
            known();
            time.advance(Duration.ofMinutes(1));
            known();

            provider.down(false);
            provider.publish(TestKeys.ROTATED_RSA);
            time.advance(Duration.ofSeconds(60));
            find(SignatureAlgorithm.RS256, TestKeys.RSA.kid());
            assertThat(find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).isEmpty();
        }

        @Test
        void unknownKeyIsNoVerdictOnTheToken() {
            known();
            provider.down(true);

            assertRefused(
                    Auth0ErrorCode.TRANSPORT_FAILED, () -> find(SignatureAlgorithm.RS256, TestKeys.ROTATED_RSA.kid()));
            known();
        }

        @Test
        void backgroundTasksAreAsRareAsFetches() {
            AtomicInteger tasks = new AtomicInteger();
            SigningKeys counted = provider.signingKeys(time, task -> {
                tasks.incrementAndGet();
                task.run();
            });
            counted.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid());
            provider.down(true);
            time.advance(Duration.ofMinutes(11));
            for (int request = 0; request < 1000; request++) {
                counted.find(SignatureAlgorithm.RS256, TestKeys.RSA.kid());
            }

            assertThat(tasks).hasValueLessThanOrEqualTo(1);
        }

        @Test
        void beginningAndEndAreLoggedOnceEach() {
            try (RecordedLog log = new RecordedLog(JwksEndpoint.class)) {
                known();
                provider.down(true);
                for (int minute = 0; minute < 60; minute++) {
                    time.advance(Duration.ofMinutes(1));
                    known();
                }
                assertThat(log.messages()).singleElement().asString().contains("transport.timeout");
                provider.down(false);
                time.advance(Duration.ofMinutes(1));
                known();
                assertThat(log.messages()).hasSize(2);
            }
        }

        private boolean isUnavailable() {
            try {
                known();
                return false;
            } catch (TransportException e) {
                return true;
            }
        }
    }

    private void known() {
        assertThat(find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())).containsExactly("kid-RSA");
    }

    private List<String> find(SignatureAlgorithm algorithm, String kid) {
        return keys.find(algorithm, kid).stream().map(VerificationKey::kid).toList();
    }
}
