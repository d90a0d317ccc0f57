package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.OtherApi.Call;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens in requests that the application sends, by both clients of the server. */
class OutgoingIT extends ClientTest {
    private static final OtherApi OTHER = new OtherApi();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.propagation.origins", OTHER.origin())
                .with("auth0.token-exchange.audiences", Demo.REPORTS_AUDIENCE)
                .with(OutgoingResource.class, ThingsClient.class, ReportsClient.class, ReportsToken.class)
                .build();
    }

    @BeforeEach
    void forgetCalls() {
        OTHER.forget();
    }

    @AfterAll
    static void stop() {
        OTHER.close();
    }

    private static String outgoing(String way, String to) {
        return "/api/outgoing/" + way + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private JsonObject asProgram(String token, String way, String to) {
        Answer answer = call(token, outgoing(way, to));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject asBrowser(String way, String to) {
        Answer answer = browser.get(RequestKind.FETCH, APP + outgoing(way, to));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static Call onlyCall() {
        assertThat(OTHER.calls()).hasSize(1);
        return OTHER.calls().get(0);
    }

    private static JsonObject sentToken() {
        String authorization = onlyCall().authorization();
        assertThat(authorization).startsWith("Bearer ");
        return SignedText.claims(authorization.substring("Bearer ".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "microprofile/own"})
    void tokenThatACallerBroughtIsSentOn(String way) {
        String token = accessToken(Demo.ALICE_SUB, "read:orders").sign();

        JsonObject result = asProgram(token, way, OTHER.origin() + (way.equals("own") ? "/things" : ""));

        assertThat(result).containsEntry("status", Json.createValue(200));
        assertThat(onlyCall().authorization()).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "microprofile/own"})
    void tokenOfTheLoginIsSentOn(String way) {
        logInAsAlice(browser);

        asBrowser(way, OTHER.origin() + (way.equals("own") ? "/things" : ""));

        assertThat(sentToken().getString("sub")).isEqualTo(Demo.ALICE_SUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "reports", "microprofile/own", "microprofile/reports"})
    @Tag("AC-22")
    void toAnotherOriginNoTokenGoes(String way) {
        String token = accessToken(Demo.ALICE_SUB, "read:orders").sign();

        asProgram(token, way, OTHER.foreignOrigin() + (way.startsWith("microprofile") ? "" : "/things"));

        assertThat(onlyCall().authorization()).isNull();
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "microprofile/moved"})
    @Tag("AC-22")
    void withARedirectToAnotherOriginNoTokenGoes(String way) {
        String token = accessToken(Demo.ALICE_SUB, "read:orders").sign();

        JsonObject result = asProgram(token, way, OTHER.origin() + (way.equals("own") ? "/moved" : ""));

        assertThat(result).containsEntry("status", Json.createValue(302));
        assertThat(onlyCall().path()).isEqualTo("/moved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "microprofile/reports"})
    void tokenThatACallerBroughtIsExchangedOnce(String way) {
        String token = accessToken(Demo.ALICE_SUB, "read:orders").sign();
        String to = OTHER.origin() + (way.equals("reports") ? "/things" : "");

        assertThat(asProgram(token, way, to)).containsEntry("status", Json.createValue(200));
        assertThat(sentToken().getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(sentToken().getString("aud")).isEqualTo(Demo.REPORTS_AUDIENCE);
        assertThat(sentToken().getString("scope")).isEqualTo("read:reports");
        assertThat(sentToken().getJsonObject("act").getString("sub")).isEqualTo(Demo.CLIENT_ID);

        asProgram(token, way, to);
        assertThat(OTHER.calls().get(1).authorization())
                .isEqualTo(OTHER.calls().get(0).authorization());
        assertThat(tenant.requests().to("/oauth/token")).singleElement().satisfies(request -> {
            assertThat(request.parameter("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:token-exchange");
            assertThat(request.parameter("subject_token")).isEqualTo(token);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "microprofile/reports"})
    void tokenOfTheLoginIsRefreshedForTheOtherApi(String way) {
        logInAsAlice(browser);

        asBrowser(way, OTHER.origin() + (way.equals("reports") ? "/things" : ""));

        assertThat(sentToken().getString("aud")).isEqualTo(Demo.REPORTS_AUDIENCE);
        assertThat(sentToken().getString("sub")).isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    void whenTheProviderDoesNotExchangeThenNothingIsSent() {
        String token = accessToken(Demo.BOB_SUB).sign();

        assertThat(asProgram(token, "reports", OTHER.origin() + "/things").getString("code"))
                .isEqualTo("server.error_response");
        assertThat(OTHER.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "reports", "microprofile/own", "microprofile/reports"})
    void whenThereIsNoCallerThenNothingIsSent(String way) {
        Answer answer = browser.get(
                RequestKind.FETCH,
                APP + outgoing(way, OTHER.origin() + (way.startsWith("microprofile") ? "" : "/things")));

        assertThat(answer.json().getString("code")).isEqualTo("session.missing");
        assertThat(OTHER.calls()).isEmpty();
    }
}
