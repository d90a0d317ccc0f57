package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenCredential;
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
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import io.github.auth0jakarta.testing.TestProofs;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered in each mode, to each scheme, for each fault (RFC 9449, 7.1 and 7.2). */
class DpopModesTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks keys = new FakeJwks(TestKeys.RSA);
    private final FakeResponse response = new FakeResponse();

    private AuthenticationStatus authenticate(Mode mode, FakeRequest request) {
        AccessTokenStore store = new AccessTokenStore(
                new AccessTokenValidator(
                        keys.issuer(time),
                        new AccessTokenRules(
                                AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                                Set.of(SignatureAlgorithm.RS256),
                                Set.of(),
                                new Lifetime(time, Duration.ofSeconds(60))),
                        new StrictJson()),
                TestPossession.of(mode, time),
                CallerMapping.of(List.of("sub"), List.of("permissions"), () -> CallerMapping.AS_CONFIGURED),
                new Principals(),
                new RefusalLog(time));
        IdentityStoreHandler stores = credential -> store.validate((AccessTokenCredential) credential);
        AccessTokenAuthentication authentication = new AccessTokenAuthentication(
                new TokenExtraction(new TokenTransport(false, false)),
                new Challenges(mode, null, any -> null),
                new ProvenRequests(List.of(URI.create("https://api.example"))),
                () -> stores,
                new Principals());
        HttpMessageContext context =
                Fakes.of(HttpMessageContext.class, (called, arguments) -> switch (called.getName()) {
                    case "getRequest" -> request.servlet();
                    case "getResponse" -> response.servlet();
                    case "notifyContainerAboutLogin" -> AuthenticationStatus.SUCCESS;
                    default -> throw new UnsupportedOperationException(called.toString());
                });
        return authentication.authenticate(authentication.credentials(request.servlet()), context);
    }

    private static String token(String kind) {
        return switch (kind) {
            case "bound" -> TestProofs.boundToken(TestKeys.EC);
            case "unbound" -> TestJwts.accessToken().build();
            case "expired" ->
                TestJwts.accessToken()
                        .claim("exp", FixedTime.START.getEpochSecond() - 61)
                        .build();
            case "garbage" -> "x";
            case "empty" -> "";
            case "malformed" -> "x y";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void addProof(FakeRequest request, String kind, String token) {
        switch (kind) {
            case "none" -> {}
            case "good" -> request.header("DPoP", TestProofs.of(token).build());
            case "bad" ->
                request.header("DPoP", TestProofs.of(token).claim("htm", "POST").build());
            case "two" ->
                request.header("DPoP", TestProofs.of(token).build())
                        .header("DPoP", TestProofs.of(token).build());
            case "stranger" ->
                request.header(
                        "DPoP", TestProofs.of(token).of(TestKeys.STRANGER_EC).build());
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** Reads the challenges as scheme, and error where it has one. */
    private static String summary(List<String> challenges) {
        return String.join(
                        " ",
                        challenges.stream()
                                .map(value -> value.replaceAll("^(\\w+) .*?(?:error=\"(\\w+)\".*|$)", "$1:$2"))
                                .toList())
                .replaceAll(":(?= |$)", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // mode, scheme, token, proof, status, challenges, code
                "ALLOWED  | Bearer | unbound   | none     | 200 |                               |",
                "ALLOWED  | Bearer | unbound   | good     | 400 | Bearer:invalid_request DPoP   | access_token.proof_unexpected",
                "ALLOWED  | Bearer | unbound   | bad      | 400 | Bearer:invalid_request DPoP   | access_token.proof_unexpected",
                "ALLOWED  | Bearer | bound     | none     | 401 | Bearer:invalid_token DPoP     | access_token.binding_unsupported",
                "ALLOWED  | Bearer | bound     | good     | 401 | Bearer:invalid_token DPoP     | access_token.binding_unsupported",
                "ALLOWED  | Bearer | expired   | none     | 401 | Bearer:invalid_token DPoP     | access_token.expired",
                "ALLOWED  | Bearer | garbage   | none     | 401 | Bearer:invalid_token DPoP     | access_token.malformed",
                "ALLOWED  | Bearer | empty     | none     | 401 | Bearer DPoP                   | access_token.missing",
                "ALLOWED  | Bearer | malformed | none     | 400 | Bearer:invalid_request DPoP   | access_token.request_malformed",
                "ALLOWED  | DPoP   | bound     | good     | 200 |                               |",
                "ALLOWED  | dpop   | bound     | good     | 200 |                               |",
                "ALLOWED  | DPoP   | bound     | none     | 401 | Bearer DPoP:invalid_dpop_proof | dpop.proof_missing",
                "ALLOWED  | DPoP   | bound     | two      | 401 | Bearer DPoP:invalid_dpop_proof | dpop.proof_repeated",
                "ALLOWED  | DPoP   | bound     | bad      | 401 | Bearer DPoP:invalid_dpop_proof | dpop.method_mismatch",
                "ALLOWED  | DPoP   | bound     | stranger | 401 | Bearer DPoP:invalid_token     | access_token.key_mismatch",
                "ALLOWED  | DPoP   | unbound   | none     | 401 | Bearer DPoP:invalid_token     | access_token.unbound",
                "ALLOWED  | DPoP   | unbound   | good     | 401 | Bearer DPoP:invalid_token     | access_token.unbound",
                "ALLOWED  | DPoP   | expired   | good     | 401 | Bearer DPoP:invalid_token     | access_token.expired",
                "ALLOWED  | DPoP   | garbage   | none     | 401 | Bearer DPoP:invalid_token     | access_token.malformed",
                "ALLOWED  | DPoP   | empty     | good     | 401 | Bearer DPoP                   | access_token.missing",
                "ALLOWED  | DPoP   | malformed | good     | 400 | Bearer DPoP:invalid_request   | access_token.request_malformed",
                "REQUIRED | Bearer | unbound   | none     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | Bearer | unbound   | good     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | Bearer | bound     | good     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | Bearer | garbage   | none     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | Bearer | empty     | none     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | Bearer | malformed | none     | 401 | DPoP                          | access_token.scheme_not_accepted",
                "REQUIRED | DPoP   | bound     | good     | 200 |                               |",
                "REQUIRED | DPoP   | bound     | none     | 401 | DPoP:invalid_dpop_proof       | dpop.proof_missing",
                "REQUIRED | DPoP   | bound     | bad      | 401 | DPoP:invalid_dpop_proof       | dpop.method_mismatch",
                "REQUIRED | DPoP   | bound     | stranger | 401 | DPoP:invalid_token            | access_token.key_mismatch",
                "REQUIRED | DPoP   | unbound   | good     | 401 | DPoP:invalid_token            | access_token.unbound",
                "REQUIRED | DPoP   | expired   | good     | 401 | DPoP:invalid_token            | access_token.expired",
                "REQUIRED | DPoP   | empty     | good     | 401 | DPoP                          | access_token.missing",
                "REQUIRED | DPoP   | malformed | good     | 400 | DPoP:invalid_request          | access_token.request_malformed",
                "DISABLED | Bearer | unbound   | none     | 200 |                               |",
                "DISABLED | Bearer | unbound   | good     | 200 |                               |",
                "DISABLED | Bearer | bound     | none     | 401 | Bearer:invalid_token          | access_token.binding_unsupported",
                "DISABLED | Bearer | bound     | good     | 401 | Bearer:invalid_token          | access_token.binding_unsupported",
                "DISABLED | Bearer | expired   | none     | 401 | Bearer:invalid_token          | access_token.expired",
                "DISABLED | Bearer | empty     | none     | 401 | Bearer                        | access_token.missing",
                "DISABLED | Bearer | malformed | none     | 400 | Bearer:invalid_request        | access_token.request_malformed",
                "DISABLED | DPoP   | bound     | good     | 401 | Bearer                        | access_token.scheme_not_accepted",
                "DISABLED | DPoP   | unbound   | none     | 401 | Bearer                        | access_token.scheme_not_accepted",
                "DISABLED | DPoP   | malformed | none     | 401 | Bearer                        | access_token.scheme_not_accepted",
            })
    @Tag("AC-08")
    @Tag("DP-01")
    @Tag("DP-16")
    @Tag("DP-17")
    void authenticateWhenThenAnswered(
            Mode mode, String scheme, String tokenKind, String proofKind, int status, String challenges, String code) {
        String token = token(tokenKind);
        FakeRequest request = FakeRequest.get("/orders").header("Authorization", (scheme + " " + token).strip());
        addProof(request, proofKind, token);

        AuthenticationStatus outcome = authenticate(mode, request);

        assertThat(outcome).isEqualTo(status == 200 ? AuthenticationStatus.SUCCESS : AuthenticationStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(status);
        assertThat(summary(response.headers("WWW-Authenticate"))).isEqualTo(challenges == null ? "" : challenges);
        if (code != null) {
            assertThat(response.body()).contains("\"code\":\"" + code + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOWED, Bearer:invalid_request DPoP",
        "REQUIRED, DPoP:invalid_request",
        "DISABLED, Bearer:invalid_request"
    })
    @Tag("AC-11")
    void authenticateWhenThereAreTwoAuthorizationHeadersThenInvalidRequest(Mode mode, String challenges) {
        FakeRequest request =
                FakeRequest.get("/orders").header("Authorization", "Bearer x").header("Authorization", "DPoP y");
        authenticate(mode, request);
        assertThat(response.status()).isEqualTo(400);
        assertThat(summary(response.headers("WWW-Authenticate"))).isEqualTo(challenges);
    }
}
