package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.TestJwts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Expectations} and {@link SessionCeiling}, as a login applies them. */
class ExpectationsTest {
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    /** Logs in by these options with what is made of a usual ID token. */
    private FakeResponse logIn(LoginOptions options, java.util.function.UnaryOperator<TestJwts> change) {
        LoginFlow.Asked asked = flow.beginBy(options);
        flow.issue(change.apply(flow.idToken(asked.nonce())));
        return flow.callback("code=c&state=" + asked.state());
    }

    private void assertLoggedIn(FakeResponse response) {
        assertThat(response.status()).isEqualTo(302);
        assertThat(flow.session()).isPresent();
    }

    private void assertRefused(FakeResponse response, Auth0ErrorCode code) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("<code>" + code.text() + "</code>");
        assertThat(flow.session()).isEmpty();
    }

    @Test
    @Tag("IT-18")
    void organizationWhenTheIdIsTheSameThenASession() {
        assertLoggedIn(
                logIn(LoginOptions.defaults().withOrganization("org_A"), idToken -> idToken.claim("org_id", "org_A")));
    }

    @ParameterizedTest
    @CsvSource({"org_A, org_a", "org_A, ORG_A", "org_A, org_AB", "org_A, org_B"})
    @Tag("IT-18")
    void organizationWhenTheIdIsAnotherThenRefused(String asked, String actual) {
        assertRefused(
                logIn(
                        LoginOptions.defaults().withOrganization(asked),
                        idToken -> idToken.claim("org_id", actual).claim("org_name", asked)),
                Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME"})
    @Tag("IT-18")
    void organizationWhenTheNameIsTheSameInLowerCaseThenASession(String asked) {
        assertLoggedIn(logIn(
                LoginOptions.defaults().withOrganization(asked),
                idToken -> idToken.claim("org_id", "org_A").claim("org_name", "acme")));
    }

    @Test
    @Tag("IT-18")
    void organizationWhenTheClaimIsMissingOrNoStringThenRefused() {
        LoginOptions byId = LoginOptions.defaults().withOrganization("org_A");
        LoginOptions byName = LoginOptions.defaults().withOrganization("acme");
        assertRefused(logIn(byId, idToken -> idToken), Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH);
        assertRefused(
                logIn(byId, idToken -> idToken.claim("org_id", List.of("org_A"))),
                Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH);
        assertRefused(
                logIn(byName, idToken -> idToken.claim("org_name", "other")),
                Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH);
        assertRefused(
                logIn(byName, idToken -> idToken.claim("org_name", 1L)), Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH);
    }

    @Test
    @Tag("IT-17")
    @Tag("AR-15")
    void maxAgeWhenTheLastLoginIsFreshEnoughThenASession() {
        long now = flow.time.instant().getEpochSecond();
        assertLoggedIn(logIn(
                LoginOptions.defaults().withMaxAge(Duration.ofSeconds(60)),
                idToken -> idToken.claim("auth_time", now - 30)));
    }

    @Test
    @Tag("IT-17")
    @Tag("AR-15")
    void maxAgeWhenTheLastLoginIsTooOldOrUnknownThenRefused() {
        long now = flow.time.instant().getEpochSecond();
        LoginOptions options = LoginOptions.defaults().withMaxAge(Duration.ofSeconds(60));
        assertRefused(
                logIn(options, idToken -> idToken.claim("auth_time", now - 180)),
                Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_TOO_OLD);
        assertRefused(logIn(options, idToken -> idToken), Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING);
    }

    @Test
    @Tag("IT-17")
    void acrWhenItIsOneOfThoseAskedForThenASession() {
        assertLoggedIn(logIn(
                LoginOptions.defaults().withAcrValues("gold", "silver"), idToken -> idToken.claim("acr", "silver")));
    }

    @Test
    @Tag("IT-17")
    void acrWhenMultiFactorThenAmrWillDo() {
        LoginOptions options = LoginOptions.defaults().withAcrValues(MULTI_FACTOR);
        assertLoggedIn(logIn(options, idToken -> idToken.claim("amr", List.of("pwd", "mfa"))));
        assertLoggedIn(logIn(options, idToken -> idToken.claim("acr", MULTI_FACTOR)));
    }

    @Test
    @Tag("IT-17")
    void acrWhenMissingOrAnotherThenRefused() {
        LoginOptions options = LoginOptions.defaults().withAcrValues("gold");
        for (Object acr : List.of("bronze", "GOLD", List.of("gold"), "gold silver")) {
            assertRefused(
                    logIn(options, idToken -> idToken.claim("acr", acr)),
                    Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH);
        }
        assertRefused(logIn(options, idToken -> idToken), Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH);
        assertRefused(
                logIn(options, idToken -> idToken.claim("amr", List.of("mfa"))),
                Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH);
        assertRefused(
                logIn(LoginOptions.defaults().withAcrValues(MULTI_FACTOR), idToken -> idToken.claim("amr", "mfa")),
                Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH);
    }

    @Test
    void sessionExpiryWhenLaterThenTheCeilingOfTheSession() {
        long ceiling = flow.time.instant().getEpochSecond() + 3600;
        assertLoggedIn(logIn(LoginOptions.defaults(), idToken -> idToken.claim("session_expiry", ceiling)));
        assertThat(flow.session().orElseThrow().login().ceiling())
                .hasToString(java.time.Instant.ofEpochSecond(ceiling).toString());
    }

    @Test
    void sessionExpiryWhenNoSessionWouldBeLeftThenRefused() {
        long now = flow.time.instant().getEpochSecond();
        assertRefused(
                logIn(LoginOptions.defaults(), idToken -> idToken.claim("session_expiry", now + 30)),
                Auth0ErrorCode.LOGIN_SESSION_EXPIRED);
        assertLoggedIn(logIn(LoginOptions.defaults(), idToken -> idToken.claim("session_expiry", now + 31)));
    }

    @Test
    void sessionExpiryWhenMalformedThenRefused() {
        for (Object value : List.of("1", 0L, -5L, 10_000_000_000L, 1_795_000_000_000L, List.of(), true)) {
            assertRefused(
                    logIn(LoginOptions.defaults(), idToken -> idToken.claim("session_expiry", value)),
                    Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED);
        }
    }
}
