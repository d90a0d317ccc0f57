package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 6750, 3 and 3.1; RFC 9449, 7.1 and 9; RFC 9728, 5.1. */
class ChallengesTest {
    /** {@code auth-param}s with quoted strings in which nothing needs an escape. */
    private static final String FORM =
            "(Bearer|DPoP) [a-z_]+=\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*\"(, [a-z_]+=\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*\")*";

    private final HttpServletRequest request = FakeRequest.get("/api").servlet();
    private final FakeResponse response = new FakeResponse();

    private static Challenges of(Mode mode) {
        return new Challenges(mode, null, any -> null);
    }

    private void send(Challenge challenge) {
        challenge.send(request, response.servlet());
    }

    @Test
    @Tag("AC-08")
    void sendWhenNoCredentialsCameThenBareChallenges() {
        send(of(Mode.ALLOWED).missingCredentials(request));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"api\"", "DPoP algs=\"ES256\"");
        assertThat(response.body()).isEqualTo("{\"error\":\"unauthorized\",\"code\":\"session.missing\"}");
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void sendWhenOneSchemeIsTakenThenItsChallenge() {
        assertThat(of(Mode.DISABLED).missingCredentials(request).wwwAuthenticate())
                .containsExactly("Bearer realm=\"api\"");
        assertThat(of(Mode.REQUIRED).missingCredentials(request).wwwAuthenticate())
                .containsExactly("DPoP algs=\"ES256\"");
    }

    @Test
    @Tag("AC-08")
    void sendWhenTheTokenWasRefusedThenInvalidToken() {
        send(of(Mode.DISABLED).refusal(request, Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, AuthenticationScheme.BEARER));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"api\", error=\"invalid_token\","
                        + " error_description=\"access_token.expired\"");
        assertThat(response.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(response.body()).isEqualTo("{\"error\":\"invalid_token\",\"code\":\"access_token.expired\"}");
    }

    @Test
    @Tag("AC-08")
    void sendWhenTheTokenOfAProofWasRefusedThenInTheChallengeOfThatScheme() {
        send(of(Mode.ALLOWED).refusal(request, Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, AuthenticationScheme.DPOP));
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"api\"",
                        "DPoP error=\"invalid_token\", error_description=\"access_token.expired\", algs=\"ES256\"");
    }

    @Test
    void sendWhenTheRequestWasMalformedThenInvalidRequest() {
        send(of(Mode.ALLOWED).refusal(request, Auth0ErrorCode.ACCESS_TOKEN_REQUEST_MALFORMED, null));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"api\", error=\"invalid_request\","
                                + " error_description=\"access_token.request_malformed\"",
                        "DPoP algs=\"ES256\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Auth0ErrorCode.class,
            names = {
                "TRANSPORT_TIMEOUT",
                "TRANSPORT_FAILED",
                "SERVER_KEYS_INVALID",
                "SERVER_METADATA_INVALID",
                "DPOP_REPLAY_STORE_FULL",
                "DPOP_REPLAY_STORE_UNAVAILABLE"
            })
    void sendWhenTheProviderOrAStoreFailsThenNotTheTokensFault(Auth0ErrorCode code) {
        send(of(Mode.ALLOWED).refusal(request, code, AuthenticationScheme.DPOP));
        assertThat(response.status()).isEqualTo(code.status()).isBetween(502, 504);
        assertThat(response.headers("WWW-Authenticate")).isEmpty();
        assertThat(response.body())
                .isEqualTo("{\"error\":\"temporarily_unavailable\",\"code\":\"" + code.text() + "\"}");
    }

    @ParameterizedTest
    @EnumSource(value = Auth0ErrorCode.class, mode = EnumSource.Mode.MATCH_ALL, names = "(ACCESS_TOKEN|DPOP)_.*")
    void refusalWhenAnyCodeOfTokensOrProofsThenHeadersOfTheForm(Auth0ErrorCode code) {
        Challenge challenge = of(Mode.ALLOWED).refusal(request, code, AuthenticationScheme.DPOP);
        assertThat(challenge.status()).isIn(400, 401, 503);
        assertThat(challenge.wwwAuthenticate())
                .allSatisfy(value -> assertThat(value).matches(FORM));
        assertThat(challenge.body()).contains("\"" + code.text() + "\"");
    }

    @Test
    @Tag("DP-18")
    void refusalWhenANonceIsMissingThenUseDpopNonceAndOne() {
        Challenges challenges = new Challenges(Mode.REQUIRED, () -> "nonce-1", any -> null);
        send(challenges.refusal(request, Auth0ErrorCode.DPOP_NONCE_REQUIRED, AuthenticationScheme.DPOP));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate"))
                .isEqualTo("DPoP error=\"use_dpop_nonce\", error_description=\"dpop.nonce_required\", algs=\"ES256\"");
        assertThat(response.header("DPoP-Nonce")).isEqualTo("nonce-1");
    }

    @Test
    void refusalWhenTheSchemeHasNoProofsThenNoNonce() {
        Challenges challenges = new Challenges(Mode.ALLOWED, () -> "nonce-1", any -> null);
        assertThat(challenges
                        .refusal(request, Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, AuthenticationScheme.BEARER)
                        .nonce())
                .isNull();
    }

    /** A browser reads the nonce of another origin only where the application's CORS filter lets it. */
    @Test
    @Tag("DP-19")
    void refusalWhenThereIsANonceThenNoHeaderOfCors() {
        Challenges challenges = new Challenges(Mode.REQUIRED, () -> "nonce-1", any -> null);
        send(challenges.refusal(request, Auth0ErrorCode.DPOP_NONCE_REQUIRED, AuthenticationScheme.DPOP));
        assertThat(response.headers("Access-Control-Expose-Headers")).isEmpty();
        assertThat(response.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusalWhenThereIsMetadataThenEachChallengeNamesIt() {
        Challenges challenges =
                new Challenges(Mode.ALLOWED, null, any -> "https://api.example/.well-known/oauth-protected-resource");
        assertThat(challenges
                        .refusal(request, Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, AuthenticationScheme.BEARER)
                        .wwwAuthenticate())
                .containsExactly(
                        "Bearer realm=\"api\", error=\"invalid_token\", error_description=\"access_token.expired\","
                                + " resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"",
                        "DPoP algs=\"ES256\","
                                + " resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"");
    }

    @Test
    void valuesWhenATextHasQuotesThenTheyAreEscaped() {
        List<String> values = of(Mode.DISABLED)
                .values(request, AuthenticationScheme.BEARER, Map.of("error_description", "the \"ath\" \\ claim"));
        assertThat(values).containsExactly("Bearer realm=\"api\", error_description=\"the \\\"ath\\\" \\\\ claim\"");
    }
}
