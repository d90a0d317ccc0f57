package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.REVOKE;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.event.RefreshFailed;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.spi.SessionCustomizer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ID tokens that a refresh brings, by way of the access-token route. */
class RefreshedIdTokenTest {
    private final LoginFlow flow = new LoginFlow();
    private String nonce = "";

    @BeforeEach
    void logIn() {
        LoginFlow.Asked asked = flow.begin("/auth/login");
        nonce = asked.nonce();
        assertThat(flow.callback("code=c&state=" + asked.state()).status()).isEqualTo(302);
        flow.provider.on(REVOKE, new Reply(200, "text/plain", ""));
    }

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse refresh(TestJwts idToken) {
        flow.issue(Map.of("id_token", idToken.build(), "refresh_token", "rt-2"));
        return flow.visit(
                flow.accessTokenRoute,
                FakeRequest.get("/auth/access-token?scope=more").header("Sec-Fetch-Site", "same-origin"));
    }

    private TestJwts refreshed() {
        return TestJwts.idToken().claim("iss", flow.provider.issuer()).without("nonce");
    }

    private SessionData session() {
        return flow.session().orElseThrow();
    }

    @Test
    @Tag("IT-19")
    void refreshWhenTheTokenIsOfTheSameLoginThenClaimsAndGroupsAreRenewed() throws Exception {
        assertThat(refresh(refreshed().claim("name", "Ada Lovelace")).status()).isEqualTo(200);

        assertThat(session().refreshToken()).isEqualTo("rt-2");
        assertThat(session().groups()).containsExactly("renewed");
        FakeResponse profile = flow.visit(flow.profileRoute, FakeRequest.get("/auth/profile"));
        assertThat(new StrictJson().readObject(profile.body())).containsEntry("name", "Ada Lovelace");
    }

    @Test
    @Tag("IT-19")
    void refreshWhenTheNonceIsThatOfTheLoginThenTaken() {
        assertThat(refresh(refreshed().claim("nonce", nonce)).status()).isEqualTo(200);
    }

    static Stream<Arguments> others() {
        long earlier = FixedTime.START.minusSeconds(3_000).getEpochSecond();
        return Stream.of(
                Arguments.of("sub", "auth0|somebody-else", Auth0ErrorCode.ID_TOKEN_SUBJECT_MISMATCH),
                Arguments.of("iss", "https://other.example/", Auth0ErrorCode.ID_TOKEN_ISSUER_MISMATCH),
                Arguments.of("aud", "another-client", Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH),
                Arguments.of("nonce", "another-nonce", Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH),
                Arguments.of("iat", earlier, Auth0ErrorCode.ID_TOKEN_OLDER_THAN_LOGIN));
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("IT-19")
    @Tag("F-46")
    void refreshWhenTheTokenIsOfAnotherLoginThenDiscardedAndTheSessionIsAsItWas(
            String claim, Object value, Auth0ErrorCode code) {
        SessionData before = session();

        FakeResponse response = refresh(refreshed().claim(claim, value));

        assertThat(response.status()).isEqualTo(code.status());
        assertThat(response.body()).contains(code.text());
        assertThat(session()).isEqualTo(before);
        assertThat(flow.provider.received(REVOKE))
                .singleElement()
                .satisfies(request -> assertThat(request.form()).containsEntry("token", "rt-2"));
        assertThat(flow.events(RefreshFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.code()).isEqualTo(code));
    }

    @Test
    void refreshWhenAnIdentityStoreRefusesTheCallerThenDiscarded() {
        flow.callerResult = CredentialValidationResult.INVALID_RESULT;
        SessionData before = session();
        assertThat(refresh(refreshed()).status()).isEqualTo(403);
        assertThat(session()).isEqualTo(before);
    }

    @Test
    void refreshWhenCustomizedThenAttributesAreKeptAndClaimsHidden() throws Exception {
        flow.sessionCustomizer = new SessionCustomizer() {
            @Override
            public void beforeSave(Draft session) {
                session.attributes().put("seen", List.of(session.claims().get("name")));
                session.hideClaim("name");
                session.hideClaim("sub");
            }
        };
        assertThat(refresh(refreshed().claim("name", "Ada")).status()).isEqualTo(200);

        assertThat(session().attributes()).isEqualTo(Map.of("seen", List.of("Ada")));
        assertThat(session().login().hiddenClaims()).isEqualTo(Set.of("name", "sub"));
        FakeResponse profile = flow.visit(flow.profileRoute, FakeRequest.get("/auth/profile"));
        assertThat(new StrictJson().readObject(profile.body())).isEqualTo(Map.of("sub", TestJwts.SUBJECT));
        assertThat(flow.provider.received(TOKEN)).hasSize(2);
    }
}
