package io.github.auth0jakarta.internal.logout;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.event.SessionRevoked;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.MemorySessionStore;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.spi.RevocationStore;
import io.github.auth0jakarta.spi.SessionStore;
import io.github.auth0jakarta.testing.FakeEvents;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Fakes;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link BackchannelLogoutRoute} and {@link BackchannelLogout}. */
class BackchannelLogoutRouteTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = TestJwts.logoutToken().build();

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final FakeEvents events = new FakeEvents();
    private final SessionStore store = new MemorySessionStore(100, time);
    private RevocationStore revocationStore = new MemoryRevocationStore(1_000, time);
    private final Revocations revocations =
            new Revocations(() -> revocationStore, TestJwts.ISSUER, Duration.ofDays(3), time);
    private final BackchannelLogout logout = new BackchannelLogout(
            TestJwts.ISSUER,
            new LogoutTokenValidator(
                    provider.issuer(time),
                    TestJwts.CLIENT_ID,
                    Set.of(SignatureAlgorithm.RS256),
                    new Auth0Config.BackchannelLogout(false, false),
                    new Lifetime(time, Duration.ofSeconds(60)),
                    new StrictJson()),
            revocations,
            () -> store,
            events,
            time);

    private FakeResponse send(FakeRequest request) {
        FakeResponse response = new FakeResponse();
        try {
            new BackchannelLogoutRoute(logout).handle(request.servlet(), response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response;
    }

    private FakeResponse post(String body) {
        return send(FakeRequest.of("POST", "/auth/backchannel-logout").body(FORM, body));
    }

    private FakeResponse postToken(TestJwts token) {
        return post("logout_token=" + token.build());
    }

    private static void assertRefusedBy(FakeResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(response.body()).startsWith("{\"error\":\"invalid_request\",\"error_description\":\"");
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.setCookies()).isEmpty();
    }

    /** Returns the session of a login whose ID token was issued so long before now. */
    private SessionData session(String subject, @Nullable String sid, Duration ago) {
        Instant login = time.instant().minus(ago);
        return TestSessions.of("id.tok.en", List.of(), null, subject, Set.of(), sid, login, login);
    }

    private boolean lives(String subject, @Nullable String sid) {
        return !revocations.isRevoked(session(subject, sid, Duration.ofMinutes(1)));
    }

    @Nested
    class Answers {
        @Test
        @Tag("BL-02")
        void handleWhenGoodThen200() {
            FakeResponse response = post("logout_token=" + GOOD);
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
            assertThat(response.isNoStore()).isTrue();
            assertThat(response.servlet().isCommitted()).isTrue();
        }

        @Test
        @Tag("BL-02")
        void handleWhenRefusedThen400() {
            assertRefusedBy(post("logout_token=x"), 400);
            assertRefusedBy(postToken(TestJwts.logoutToken().claim("aud", "other")), 400);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
            assertThat(events.fired()).isEmpty();
        }

        @ParameterizedTest
        @Tag("BL-12")
        @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
        void handleWhenNotPostedThen405(String method) {
            FakeResponse response = send(FakeRequest.of(method, "/auth/backchannel-logout?logout_token=" + GOOD));
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("POST");
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
        }

        @ParameterizedTest
        @Tag("BL-12")
        @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data", "", "x"})
        void handleWhenNoFormThen415(String type) {
            assertRefusedBy(
                    send(FakeRequest.of("POST", "/auth/backchannel-logout").body(type, "logout_token=" + GOOD)), 415);
            assertRefusedBy(send(FakeRequest.of("POST", "/auth/backchannel-logout")), 415);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
        }

        @Test
        void handleWhenTheTypeHasParametersThenAForm() {
            FakeRequest request = FakeRequest.of("POST", "/auth/backchannel-logout")
                    .body("Application/X-WWW-Form-Urlencoded ; charset=UTF-8", "logout_token=" + GOOD);
            assertThat(send(request).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @Tag("BL-12")
        @ValueSource(
                strings = {
                    "",
                    "logout_token",
                    "logout_token=",
                    "LOGOUT_TOKEN=TOKEN",
                    "token=TOKEN",
                    "logout_token=TOKEN&logout_token=TOKEN",
                    "logout_token=TOKEN&logout%5ftoken=x",
                    "logout_token=TOKEN&x=1&x=2",
                    "logout_token=TOKEN&%zz=1"
                })
        void handleWhenNotExactlyOneThen400(String body) {
            assertRefusedBy(post(body.replace("TOKEN", GOOD)), 400);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
        }

        @ParameterizedTest
        @Tag("BL-12")
        @ValueSource(strings = {"logout_token=TOKEN", "logout_token=", "logout%5Ftoken=x", "a=1&a=2"})
        void handleWhenInTheQueryThen400(String query) {
            FakeRequest request = FakeRequest.of("POST", "/auth/backchannel-logout?" + query.replace("TOKEN", GOOD))
                    .body(FORM, "logout_token=" + GOOD);
            assertRefusedBy(send(request), 400);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
        }

        @Test
        @Tag("BL-20")
        void handleWhenTooLargeThen413AndNotRead() {
            String body = "logout_token=" + "x".repeat(5 * 1024 * 1024);
            assertRefusedBy(post(body), 413);
            FakeRequest chunked = FakeRequest.of("POST", "/auth/backchannel-logout")
                    .body(FORM, body)
                    .chunked();
            assertRefusedBy(send(chunked), 413);
            assertThat(chunked.unread()).isGreaterThan(4 * 1024 * 1024);
        }

        @Test
        void handleWhenTheKeysCannotBeHadThenNobodyKnows() {
            provider.down(true);
            FakeResponse response = post("logout_token=" + GOOD);
            assertThat(response.status()).isIn(503, 504);
            assertThat(response.body()).contains("temporarily_unavailable");
            assertThat(response.isNoStore()).isTrue();
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isTrue();
        }

        @Test
        void handleWhenAStoreFailsThenTheSameTokenMayBeSentAgain() {
            RevocationStore good = revocationStore;
            revocationStore = Fakes.of(RevocationStore.class, (called, arguments) -> {
                throw new IllegalStateException("down");
            });
            FakeResponse response = post("logout_token=" + GOOD);
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.body()).contains("temporarily_unavailable").doesNotContain("down");
            revocationStore = good;
            assertThat(post("logout_token=" + GOOD).status()).isEqualTo(200);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isFalse();
        }
    }

    @Nested
    class Sessions {
        @Test
        @Tag("BL-01")
        @Tag("BL-14")
        void handleWhenBothThenThatSessionOfTheSubjectOnly() {
            post("logout_token=" + GOOD);
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isFalse();
            assertThat(lives(TestJwts.SUBJECT, "sid-2")).isTrue();
            assertThat(lives("bob", "sid-1")).isTrue();
        }

        @Test
        @Tag("BL-01")
        void handleWhenSidThenThatSession() {
            postToken(TestJwts.logoutToken().without("sub"));
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isFalse();
            assertThat(lives(TestJwts.SUBJECT, "sid-2")).isTrue();
        }

        @Test
        @Tag("BL-01")
        void handleWhenSubjectThenAllOfIt() {
            postToken(TestJwts.logoutToken().without("sid"));
            assertThat(lives(TestJwts.SUBJECT, "sid-1")).isFalse();
            assertThat(lives(TestJwts.SUBJECT, null)).isFalse();
            assertThat(lives("bob", "sid-1")).isTrue();
        }

        @Test
        @Tag("BL-01")
        void handleWhenKeptOnTheServerThenDeleted() {
            store.add("a", entry(TestJwts.SUBJECT, "sid-1"));
            store.add("b", entry(TestJwts.SUBJECT, "sid-2"));
            post("logout_token=" + GOOD);
            assertThat(store.find("a")).isEmpty();
            assertThat(store.find("b")).isPresent();
        }

        private SessionStore.Entry entry(String subject, String sid) {
            return new SessionStore.Entry(
                    "content",
                    1,
                    time.instant().plusSeconds(3_600),
                    TestJwts.ISSUER,
                    subject,
                    sid,
                    time.instant().minusSeconds(60));
        }

        @Test
        @Tag("BL-14")
        void handleWhenRevokedThenForAsLongAsAnySessionLives() {
            SessionData session = session(TestJwts.SUBJECT, "sid-1", Duration.ofMinutes(1));
            post("logout_token=" + GOOD);
            time.advance(Duration.ofDays(3));
            assertThat(revocations.isRevoked(session)).isTrue();
        }

        /** The login's ID token was issued before the logout token, and its session is saved after. */
        @Test
        @Tag("BL-17")
        void handleWhenALoginIsBeingCompletedThenItsSessionEndsAtFirstUse() {
            post("logout_token=" + GOOD);
            assertThat(revocations.isRevoked(session(TestJwts.SUBJECT, "sid-1", Duration.ofSeconds(11))))
                    .isTrue();
        }

        @Test
        @Tag("BL-16")
        void handleWhenThereIsNoSuchSessionThen200() {
            assertThat(postToken(TestJwts.logoutToken().claim("sid", "nobody's"))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void handleWhenSessionsEndThenTheApplicationHears() {
            post("logout_token=" + GOOD);
            assertThat(events.fired())
                    .containsExactly(new SessionRevoked(TestJwts.ISSUER, TestJwts.SUBJECT, "sid-1", time.instant()));
        }
    }

    @Nested
    class Replay {
        @Test
        @Tag("BL-10")
        void handleWhenReplayedThenRefusedAndALaterLoginLives() {
            post("logout_token=" + GOOD);
            time.advance(Duration.ofSeconds(30));
            assertRefusedBy(post("logout_token=" + GOOD), 400);
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_REPLAYED, () -> logout.logout(GOOD));
            assertThat(revocations.isRevoked(session(TestJwts.SUBJECT, "sid-1", Duration.ofSeconds(5))))
                    .isFalse();
            assertThat(events.fired())
                    .filteredOn(ReplayDetected.class::isInstance)
                    .hasSize(2)
                    .first()
                    .isEqualTo(new ReplayDetected(ReplayDetected.Kind.LOGOUT_TOKEN, time.instant()));
        }

        @Test
        void handleWhenRememberedThenForAsLongAsTheTokenIsGood() {
            String token = TestJwts.logoutToken()
                    .claim("exp", FixedTime.START.getEpochSecond() + 100_000)
                    .build();
            assertThat(post("logout_token=" + token).status()).isEqualTo(200);
            time.advance(Duration.ofSeconds(3_600 + 60 - 11));
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_REPLAYED, () -> logout.logout(token));
            time.advance(Duration.ofSeconds(1));
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_EXPIRED, () -> logout.logout(token));
        }
    }

    @Nested
    class Storm {
        @Test
        @Tag("BL-18")
        void handleWhenManyThenTheKeysAreAskedForOnce() {
            for (int i = 0; i < 500; i++) {
                TestJwts token = TestJwts.logoutToken().claim("jti", "jti-" + i);
                TestJwts sent = i % 100 == 0
                        ? token
                        : token.signedBy(TestKeys.STRANGER_RSA).header("kid", TestKeys.RSA.kid());
                assertThat(postToken(sent).status()).isEqualTo(i % 100 == 0 ? 200 : 400);
            }
            assertThat(provider.fetches()).isEqualTo(1);
        }

        @Test
        @Tag("F-34")
        void handleWhenManyNameUnknownKeysThenTheKeysAreAskedForTwice() {
            for (int i = 0; i < 500; i++) {
                postToken(TestJwts.logoutToken().header("kid", "unknown-" + i));
            }
            assertThat(provider.fetches()).isLessThanOrEqualTo(2);
            assertThat(post("logout_token=" + GOOD).status()).isEqualTo(200);
        }
    }
}
