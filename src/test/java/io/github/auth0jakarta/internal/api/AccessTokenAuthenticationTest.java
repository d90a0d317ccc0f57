package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.internal.config.Auth0Config.TokenTransport;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Fakes;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.RecordedLog;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import io.github.auth0jakarta.testing.TestProofs;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.reflect.Method;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link AccessTokenAuthentication} with our {@link AccessTokenStore}, and with what other stores may do. */
class AccessTokenAuthenticationTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks keys = new FakeJwks(TestKeys.RSA);
    private final FakeRequest request = FakeRequest.get("/orders");
    private final FakeResponse response = new FakeResponse();
    private final AccessTokenStore store = new AccessTokenStore(
            new AccessTokenValidator(
                    keys.issuer(time),
                    new AccessTokenRules(
                            AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                            Set.of(SignatureAlgorithm.RS256),
                            Set.of(),
                            new Lifetime(time, Duration.ofSeconds(60))),
                    new StrictJson()),
            TestPossession.of(Mode.ALLOWED, time),
            CallerMapping.of(List.of("sub"), List.of("permissions"), () -> CallerMapping.AS_CONFIGURED),
            new Principals(),
            new RefusalLog(time));

    private @Nullable Principal principal;
    private Set<String> groups = Set.of();

    private AuthenticationStatus authenticate(IdentityStoreHandler stores, String header) {
        request.header("Authorization", header);
        return authenticate(stores);
    }

    private AuthenticationStatus authenticate(IdentityStoreHandler stores) {
        AccessTokenAuthentication authentication = new AccessTokenAuthentication(
                new TokenExtraction(new TokenTransport(true, true)),
                new Challenges(Mode.ALLOWED, () -> "a-nonce", any -> null),
                new ProvenRequests(List.of(URI.create("https://api.example"))),
                () -> stores,
                new Principals());
        return authentication.authenticate(
                authentication.credentials(request.servlet()), Fakes.of(HttpMessageContext.class, this::answer));
    }

    private AuthenticationStatus authenticate(String header) {
        return authenticate(credential -> store.validate((AccessTokenCredential) credential), header);
    }

    @SuppressWarnings("unchecked")
    private Object answer(Method called, Object[] arguments) {
        return switch (called.getName()) {
            case "getRequest" -> request.servlet();
            case "getResponse" -> response.servlet();
            case "notifyContainerAboutLogin" -> {
                if (arguments[0] instanceof CredentialValidationResult result) {
                    principal = result.getCallerPrincipal();
                    groups = result.getCallerGroups();
                } else {
                    principal = (Principal) arguments[0];
                    groups = (Set<String>) arguments[1];
                }
                yield AuthenticationStatus.SUCCESS;
            }
            default -> throw new UnsupportedOperationException(called.toString());
        };
    }

    private void assertRefused(AuthenticationStatus status, Auth0ErrorCode code) {
        assertThat(status).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(code.status());
        assertThat(response.body()).contains("\"code\":\"" + code.text() + "\"");
        assertThat(response.header("Location")).isNull();
        assertThat(principal).isNull();
    }

    @Test
    void authenticateWhenTheTokenIsGoodThenTheContainerKnowsTheCaller() {
        String token = TestJwts.accessToken()
                .claim("permissions", List.of("write:orders"))
                .build();

        assertThat(authenticate("Bearer " + token)).isEqualTo(AuthenticationStatus.SUCCESS);

        assertThat(groups).containsExactlyInAnyOrder("write:orders", "SCOPE_openid", "SCOPE_read:orders");
        assertThat(principal).isInstanceOfSatisfying(Auth0Principal.class, ours -> {
            assertThat(ours.getName()).isEqualTo(TestJwts.SUBJECT);
            assertThat(ours.caller().source()).isEqualTo(Auth0Session.Source.ACCESS_TOKEN);
            assertThat(ours.caller().token()).isEqualTo(token);
            assertThat(ours.caller().expiresAt()).isEqualTo(time.instant().plusSeconds(3_600));
        });
    }

    @Test
    void authenticateWhenTheTokenHasExpiredThenThatReason() {
        String token = TestJwts.accessToken()
                .claim("exp", FixedTime.START.getEpochSecond() - 60)
                .build();
        assertRefused(authenticate("Bearer " + token), Auth0ErrorCode.ACCESS_TOKEN_EXPIRED);
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"api\", error=\"invalid_token\", error_description=\"access_token.expired\"",
                        "DPoP algs=\"ES256\"");
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("request_malformed", "two tokens"),
                Arguments.of(
                        "too_large",
                        TestJwts.accessToken().claim("x", "x".repeat(20_000)).build()),
                Arguments.of("malformed", "no-token"),
                Arguments.of("malformed", TestJwts.accessToken().withHeader("{\"alg\":\"RS256\",\"kid\":")),
                Arguments.of("malformed", TestJwts.accessToken().withPayload("{\"x\":" + "[".repeat(5_000))),
                Arguments.of("encrypted", "e30.AA.AA.AA.AA"),
                Arguments.of(
                        "algorithm_not_allowed",
                        TestJwts.accessToken().header("alg", "none").build()),
                Arguments.of(
                        "type_mismatch",
                        TestJwts.accessToken().header("typ", "dpop+jwt").build()),
                Arguments.of(
                        "critical_header",
                        TestJwts.accessToken().header("crit", List.of("x")).build()),
                Arguments.of(
                        "key_unknown",
                        TestJwts.accessToken().header("kid", "a-key-of-nobody").build()),
                Arguments.of(
                        "signature_invalid",
                        TestJwts.accessToken()
                                .signedBy(TestKeys.STRANGER_RSA)
                                .header("kid", TestKeys.RSA.kid())
                                .build()),
                Arguments.of(
                        "issuer_mismatch",
                        TestJwts.accessToken()
                                .claim("iss", "https://evil.example/")
                                .build()),
                Arguments.of(
                        "audience_mismatch",
                        TestJwts.accessToken()
                                .claim("aud", "https://evil.example")
                                .build()),
                Arguments.of("expired", TestJwts.accessToken().claim("exp", 1).build()),
                Arguments.of(
                        "not_yet_valid",
                        TestJwts.accessToken().claim("nbf", 250_000_000_000L).build()),
                Arguments.of(
                        "issued_in_future",
                        TestJwts.accessToken().claim("iat", 250_000_000_000L).build()),
                Arguments.of(
                        "claim_missing", TestJwts.accessToken().without("sub").build()),
                Arguments.of(
                        "claim_malformed",
                        TestJwts.accessToken()
                                .claim("sub", List.of("\"quoted\""))
                                .build()),
                Arguments.of(
                        "actor_malformed",
                        TestJwts.accessToken().claim("act", "an-actor").build()),
                Arguments.of("binding_unsupported", TestProofs.boundToken(TestKeys.EC)));
    }

    /** All of the answer is compared, so there is no room for more than the code. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    @Tag("AC-09")
    void authenticateWhenRefusedThenTheAnswerSaysTheCodeAndNothingElse(String code, String token) {
        String error = code.equals("request_malformed") ? "invalid_request" : "invalid_token";

        assertThat(authenticate("Bearer " + token)).isEqualTo(AuthenticationStatus.SEND_FAILURE);

        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\",\"code\":\"access_token." + code + "\"}");
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"api\", error=\"" + error + "\", error_description=\"access_token." + code
                                + "\"",
                        "DPoP algs=\"ES256\"");
    }

    @Test
    @Tag("AC-09")
    void authenticateWhenTheKeysCannotBeHadThenTheAnswerSaysTheCodeAndNothingElse() {
        keys.down(true);
        authenticate("Bearer " + TestJwts.accessToken().build());

        assertThat(response.body()).isEqualTo("{\"error\":\"temporarily_unavailable\",\"code\":\"transport.timeout\"}");
    }

    @Test
    void authenticateWhenTheHeaderIsMalformedThenInvalidRequest() {
        assertRefused(authenticate("Bearer  x"), Auth0ErrorCode.ACCESS_TOKEN_REQUEST_MALFORMED);
    }

    @Test
    void authenticateWhenTheKeysCannotBeHadThenNotTheTokensFault() {
        keys.down(true);
        AuthenticationStatus status =
                authenticate("Bearer " + TestJwts.accessToken().build());
        assertThat(status).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(response.status()).isBetween(502, 504);
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(principal).isNull();
    }

    @Test
    void authenticateWhenAStoreFailsInAnotherWayThenStillNotLetIn() {
        assertRefused(
                authenticate(
                        credential -> {
                            throw new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer");
                        },
                        "Bearer x"),
                Auth0ErrorCode.TRANSPORT_TIMEOUT);
        assertThatThrownBy(() -> authenticate(
                        credential -> {
                            throw new IllegalStateException("a store of the application");
                        },
                        "Bearer x"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(principal).isNull();
    }

    @Test
    void authenticateWhenNoStoreTakesTheTokenThenNotAccepted() {
        assertRefused(
                authenticate(credential -> CredentialValidationResult.NOT_VALIDATED_RESULT, "Bearer x"),
                Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED);
    }

    @Test
    void authenticateWhenAnotherStoreAddsGroupsThenThePrincipalShowsThemToo() {
        authenticate(
                credential -> {
                    CredentialValidationResult result = store.validate((AccessTokenCredential) credential);
                    Set<String> more = new HashSet<>(result.getCallerGroups());
                    more.add("of-the-application");
                    return new CredentialValidationResult(result.getCallerPrincipal(), more);
                },
                "Bearer " + TestJwts.accessToken().build());
        assertThat(groups).contains("of-the-application", "SCOPE_openid");
        assertThat(((Auth0Principal) Objects.requireNonNull(principal)).caller().groups())
                .isEqualTo(groups);
    }

    @Test
    void authenticateWhenAStoreOfTheApplicationTakesItThenItsCaller() {
        authenticate(
                credential -> new CredentialValidationResult(new CallerPrincipal("device-1"), Set.of("device")),
                "Bearer opaque");
        assertThat(Objects.requireNonNull(principal).getName()).isEqualTo("device-1");
        assertThat(groups).containsExactly("device");
    }

    /** Payara asks before a method with roles, when the mechanism has answered already. */
    @Test
    void authenticateWhenAskedAgainInTheSameRequestThenTheProofIsNotUsedTwice() {
        String token = TestProofs.boundToken(TestKeys.EC);
        request.header("DPoP", TestProofs.of(token).build());

        assertThat(authenticate("DPoP " + token)).isEqualTo(AuthenticationStatus.SUCCESS);
        principal = null;
        assertThat(authenticate(credential -> CredentialValidationResult.INVALID_RESULT))
                .isEqualTo(AuthenticationStatus.SUCCESS);

        assertThat(Objects.requireNonNull(principal).getName()).isEqualTo(TestJwts.SUBJECT);
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void authenticateWhenTheTokenIsInTheQueryThenTheAnswerStaysOutOfCaches() {
        request.query("access_token=" + TestJwts.accessToken().build());
        assertThat(authenticate(credential -> store.validate((AccessTokenCredential) credential)))
                .isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void authenticateWhenTheTokenIsInTheHeaderThenTheAnswerIsTheApplications() {
        authenticate("Bearer " + TestJwts.accessToken().build());
        assertThat(response.isNoStore()).isFalse();
        assertThat(response.header("DPoP-Nonce")).isNull();
    }

    /** Bad tokens are for debugging only. */
    @Test
    @Tag("DS-10")
    void validateWhenTokensAreBadThenNoWarningAboutThem() {
        try (RecordedLog log = new RecordedLog(AccessTokenStore.class)) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(store.validate(new AccessTokenCredential("e30.e30." + i))
                                .getStatus())
                        .isEqualTo(CredentialValidationResult.Status.INVALID);
            }
            assertThat(log.messages()).isEmpty();
        }
    }
}
