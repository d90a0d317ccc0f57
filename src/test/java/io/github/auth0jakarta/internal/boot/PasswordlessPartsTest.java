package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.NoBeans;
import io.github.auth0jakarta.testing.OneBean;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that begin with the tokens of a code or a passkey. */
class PasswordlessPartsTest {
    private static final PasswordlessCode CODE = PasswordlessCode.email("ada@example.com", "123456");

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final Auth0Config config = TestConfigs.login(provider).read();
    private final ProviderParts parts = new ProviderParts(config);
    private final ClientParts client = new ClientParts(
            provider.issuer(), Objects.requireNonNull(config.client()), parts, new SeededRandom(1), null);
    private final HttpServletRequest request = FakeRequest.get("/page").servlet();
    private final FakeResponse response = new FakeResponse();
    private PasswordlessParts passwordless;

    @BeforeEach
    void install() {
        NoBeans.install();
        passwordless = new PasswordlessParts(
                provider.issuer(),
                config.login(),
                parts,
                client,
                new LoginParts(
                        config,
                        Objects.requireNonNull(config.login()),
                        parts,
                        client,
                        (idToken, accessToken) -> new CredentialValidationResult(idToken.subject(), Set.of()),
                        (subject, connection) -> {}));
        OneBean.install(HttpServletRequest.class, request);
        CurrentResponse.remember(request, response.servlet());
        long now = InstantSource.system().instant().getEpochSecond();
        String idToken = TestJwts.idToken()
                .without("nonce")
                .claim("iss", provider.issuer())
                .claim("sub", "email|ada")
                .claim("iat", now)
                .claim("exp", now + 3600)
                .build();
        provider.on(
                TOKEN,
                Reply.json(
                        Map.of("access_token", "at", "token_type", "Bearer", "expires_in", 600L, "id_token", idToken)));
        provider.on("/passwordless/start", Reply.json("{}"));
    }

    @AfterEach
    void stop() {
        parts.close();
        provider.close();
    }

    @Test
    void loginWhenTheCodeIsTakenThenASessionWithWhatALoginAsksFor() {
        passwordless.passwordless().login(CODE);
        assertThat(RequestSession.of(request))
                .satisfies(session -> assertThat(
                                Objects.requireNonNull(session).data().login().subject())
                        .isEqualTo("email|ada"));
        assertThat(response.setCookies()).isNotEmpty();
        assertThat(Scopes.parse(
                        String.valueOf(provider.received(TOKEN).get(0).form().get("scope"))))
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
    }

    @Test
    void loginWhenScopesAreNamedThenTheseAndOpenid() {
        passwordless
                .passwordless()
                .login(CODE.withAudience("https://api.example").withScopes(Set.of("read:orders")));
        Map<String, String> form = provider.received(TOKEN).get(0).form();
        assertThat(Scopes.parse(String.valueOf(form.get("scope")))).containsExactlyInAnyOrder("read:orders", "openid");
        assertThat(form).containsEntry("audience", "https://api.example");
    }

    @Test
    void loginWhenTheAnswerHasBegunThenTheCodeIsNotUsedUp() {
        response.commit();
        assertRefused(
                Auth0ErrorCode.SESSION_NOT_WRITABLE,
                () -> passwordless.passwordless().login(CODE));
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @Test
    void loginWhenNobodyLogsInHereThenRefused() {
        PasswordlessParts without = new PasswordlessParts(provider.issuer(), null, parts, client, null);
        assertRefused(
                Auth0ErrorCode.CONFIG_INVALID, () -> without.passwordless().login(CODE));
        assertRefused(
                Auth0ErrorCode.CONFIG_INVALID,
                () -> without.passwordless()
                        .start(PasswordlessRequest.emailLink("ada@example.com", LoginOptions.defaults())));
        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> without.passkeys().beginEnrollment(null, null));
    }

    @Test
    void verifyWhenTheCodeIsTakenThenTokensAndNoSession() {
        TokenSet tokens = passwordless.passwordless().verify(CODE);
        assertThat(tokens.claims()).containsEntry("sub", "email|ada");
        assertThat(response.setCookies()).isEmpty();
        assertThat(provider.received(TOKEN).get(0).form()).doesNotContainKeys("scope", "audience");
    }

    @Test
    void loginWhenThePasskeyIsTakenThenASession() {
        passwordless.passkeys().login(PasskeyResponse.of("as", Map.of("id", "k")));
        assertThat(RequestSession.of(request)).isNotNull();
        assertThat(provider.received(TOKEN).get(0).json()).containsEntry("authn_response", Map.of("id", "k"));
    }

    @Test
    void startWhenALinkIsWantedThenItIsMailedAndBoundToTheBrowser() {
        passwordless.passwordless().start(PasswordlessRequest.emailLink("ada@example.com", LoginOptions.defaults()));
        assertThat(provider.received("/passwordless/start").get(0).json())
                .containsEntry("send", "link")
                .hasEntrySatisfying(
                        "authParams",
                        parameters -> assertThat((Map<?, ?>) parameters)
                                .extracting(Map::keySet)
                                .asString()
                                .contains("state", "nonce", "redirect_uri")
                                .doesNotContain("code_challenge"));
        assertThat(response.setCookies())
                .anySatisfy(cookie -> assertThat(cookie).contains("__txn_"));
    }
}
