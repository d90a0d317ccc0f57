package io.github.auth0jakarta.internal.ciba;

import static io.github.auth0jakarta.internal.ciba.CibaFlow.OWNER;
import static io.github.auth0jakarta.internal.ciba.CibaFlow.REQUEST;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.oauth.ClientSecretBasic;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes to the provider, parameter by parameter, beside Auth0's CIBA. */
@Timeout(60)
class CibaWireTest {
    private static final RequestDefaults CONFIGURED = new RequestDefaults(
            "https://api.example",
            new LinkedHashSet<>(List.of("openid", "read:orders")),
            Map.of("acr_values", "urn:mfa", "login_hint", "of a login"));

    private final CibaFlow flow = new CibaFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    /** Parameter; when; request; configuration, null for none; value, null where it is not sent. */
    static Stream<Arguments> parameters() {
        List<Map<String, Object>> details =
                List.of(new LinkedHashMap<>(Map.of("type", "payment")), Map.of("type", "b"));
        return Stream.of(
                row("scope", "by default", REQUEST, null, "openid profile email offline_access"),
                row("scope", "configured", REQUEST, CONFIGURED, "openid read:orders"),
                row("scope", "asked for", REQUEST.withScopes(Set.of("read:a")), CONFIGURED, "openid read:a"),
                row("audience", "by default", REQUEST, null, null),
                row("audience", "configured", REQUEST, CONFIGURED, "https://api.example"),
                row("audience", "asked for", REQUEST.withAudience("urn:a"), CONFIGURED, "urn:a"),
                row("client_id", "always", REQUEST, null, TestJwts.CLIENT_ID),
                row("client_secret", "client_secret_post", REQUEST, null, TestConfigs.CLIENT_SECRET),
                row("binding_message", "always", REQUEST, null, "ABC-123"),
                row(
                        "login_hint",
                        "always",
                        REQUEST,
                        CONFIGURED,
                        "{\"format\":\"iss_sub\",\"iss\":\"<issuer>\",\"sub\":\"" + TestJwts.SUBJECT + "\"}"),
                row("login_hint", "another provider's", REQUEST.withLoginHint("ada"), null, "ada"),
                row("requested_expiry", "by default", REQUEST, null, null),
                row("requested_expiry", "asked for", REQUEST.withRequestedExpiry(Duration.ofMinutes(2)), null, "120"),
                row("request_expiry", "never", REQUEST.withRequestedExpiry(Duration.ofMinutes(2)), null, null),
                row("authorization_details", "by default", REQUEST, null, null),
                row(
                        "authorization_details",
                        "asked for",
                        REQUEST.withAuthorizationDetails(details),
                        null,
                        "[{\"type\":\"payment\"},{\"type\":\"b\"}]"),
                row("acr_values", "configured", REQUEST, CONFIGURED, "urn:mfa"),
                row("acr_values", "asked for", REQUEST.withParameter("acr_values", "urn:b"), CONFIGURED, "urn:b"),
                row("grant_type", "never", REQUEST, null, null));
    }

    private static Arguments row(
            String parameter,
            String when,
            BackchannelAuthenticationRequest request,
            @Nullable RequestDefaults configured,
            @Nullable String value) {
        return Arguments.of(parameter, when, request, configured, value);
    }

    @ParameterizedTest(name = "{0} {1}: {4}")
    @MethodSource("parameters")
    void parameterOfTheRequest(
            String parameter,
            String when,
            BackchannelAuthenticationRequest request,
            @Nullable RequestDefaults configured,
            @Nullable String value) {
        if (configured != null) {
            flow.with(configured);
        }
        flow.authentications().start(request, OWNER);
        String expected = value == null ? null : value.replace("<issuer>", flow.provider.issuer());
        assertThat(flow.sent().form().get(parameter)).isEqualTo(expected);
        assertThat(flow.sent().method()).isEqualTo("POST");
    }

    @Test
    void requestWhenNothingIsAskedForThenOnlyTheseParameters() {
        flow.start();
        assertThat(flow.sent().form())
                .containsOnlyKeys("scope", "binding_message", "login_hint", "client_id", "client_secret");
    }

    @Test
    void requestWhenTheClientAuthenticatesInTheHeaderThenItsIdIsInTheForm() {
        flow.with(flow.provider.client(
                new ClientSecretBasic(TestJwts.CLIENT_ID, new SecretText(TestConfigs.CLIENT_SECRET)), null));
        flow.start();
        assertThat(flow.sent().form())
                .containsEntry("client_id", TestJwts.CLIENT_ID)
                .doesNotContainKey("client_secret");
        assertThat(flow.sent().header("Authorization")).startsWith("Basic ");
    }

    @Test
    void pollThenOnlyTheseParameters() {
        var started = flow.start();
        flow.time.advance(Duration.ofSeconds(5));
        flow.poll(started);
        assertThat(flow.provider.received(TOKEN))
                .singleElement()
                .satisfies(poll -> assertThat(poll.form())
                        .isEqualTo(Map.of(
                                "grant_type",
                                "urn:openid:params:grant-type:ciba",
                                "auth_req_id",
                                CibaFlow.AUTH_REQ_ID,
                                "client_id",
                                TestJwts.CLIENT_ID,
                                "client_secret",
                                TestConfigs.CLIENT_SECRET)));
    }
}
