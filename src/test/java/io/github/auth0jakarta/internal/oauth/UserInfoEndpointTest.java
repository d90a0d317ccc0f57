package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FixedTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 5.3. */
class UserInfoEndpointTest {
    private static final AccessToken TOKEN =
            new AccessToken("at", "Bearer", null, Set.of("openid"), FixedTime.START.plusSeconds(60));

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final UserInfoEndpoint endpoint = new UserInfoEndpoint(
            provider.client()::endpoints, provider.transport(), new JsonAnswers(new StrictJson()), null, null);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void userInfoWhenTheSubjectIsTheSameThenClaims() {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", "auth0|ada", "name", "Ada")));

        assertThat(endpoint.userInfo(TOKEN, "auth0|ada")).isEqualTo(Map.of("sub", "auth0|ada", "name", "Ada"));
        assertThat(provider.received(FakeAuthorizationServer.USERINFO))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.header("Authorization")).isEqualTo("Bearer at");
                });
    }

    /** 5.3.2: the sub MUST be verified to exactly match. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"auth0|eve\"}",
                "{\"sub\":\"auth0|Ada\"}",
                "{}",
                "{\"sub\":null}",
                "{\"sub\":[\"auth0|ada\"]}"
            })
    void userInfoWhenTheSubjectIsAnotherThenRefused(String body) {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.json(body));
        assertRefused(Auth0ErrorCode.SERVER_SUBJECT_MISMATCH, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheProviderRefusesThenTyped() {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.error(401, "invalid_token"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheAnswerIsAJwtThenMalformed() {
        provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", "a.b.c"));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheProviderHasNoneThenMetadataInvalid() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("userinfo_endpoint");
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }
}
