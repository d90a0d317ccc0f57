package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connected accounts of the My Account API: begun by the client, agreed to by the user, completed, listed and removed. */
@SuppressWarnings("NullAway.Init")
class MyAccountTest {

    private static final String CREATE = "create:me:connected_accounts";

    private Tenant tenant;
    private Application application;

    @BeforeEach
    void start() throws Exception {
        tenant = Tenant.demo(Application.URL);
        application = new Application(tenant);
        application.logIn(Map.of());
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer call(String method, String path, String scope, Map<String, Object> body) throws Exception {
        String token = tenant.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, tenant.issuer() + "me/", scope)
                .sign();
        HttpRequest.Builder request = Browser.request(application.at("/me/v1/connected-accounts/" + path))
                .header("Authorization", "Bearer " + token);
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSONObjectUtils.toJSONString(body)));
        }
        return application.browser.send(request);
    }

    private Answer begin(Map<String, Object> altered) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("connection", "dropbox");
        body.put("redirect_uri", Application.CALLBACK);
        body.put("state", "state-1");
        body.put("code_challenge", Application.challenge());
        body.put("code_challenge_method", "S256");
        body.put("scopes", List.of("files"));
        body.putAll(altered);
        return call("POST", "connect", CREATE, body);
    }

    private static String ticket(Answer begun) {
        return begun.json().get("connect_params") instanceof Map<?, ?> parameters
                ? String.valueOf(parameters.get("ticket"))
                : "";
    }

    private Answer agree(Answer begun, String decision) throws Exception {
        String ticket = ticket(begun);
        return application.browser.post(begun.text("connect_uri"), Map.of("ticket", ticket, decision, "1"));
    }

    private Answer complete(Answer begun, String code, String verifier) throws Exception {
        return call(
                "POST",
                "complete",
                CREATE,
                Map.of(
                        "auth_session",
                        begun.text("auth_session"),
                        "connect_code",
                        code,
                        "redirect_uri",
                        Application.CALLBACK,
                        "code_verifier",
                        verifier));
    }

    private String code(Answer begun) throws Exception {
        String code = agree(begun, "accept").redirected("connect_code");
        assertThat(code).isNotNull();
        return String.valueOf(code);
    }

    @Test
    void accountIsConnectedListedAndRemoved() throws Exception {
        Answer begun = begin(Map.of());
        assertThat(begun.status()).isEqualTo(201);
        Answer completed = complete(begun, code(begun), Application.VERIFIER);
        assertThat(completed.status()).isEqualTo(201);
        assertThat(completed.json()).containsEntry("connection", "dropbox").containsEntry("scopes", List.of("files"));
        assertThat(call("GET", "accounts", "read:me:connected_accounts", Map.of())
                        .body())
                .contains(completed.text("id"), Demo.CONNECTION);
        String one = "accounts/" + completed.text("id");
        assertThat(call("DELETE", one, "delete:me:connected_accounts", Map.of()).status())
                .isEqualTo(204);
        assertThat(call("DELETE", one, "delete:me:connected_accounts", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void codeIsBoundToTheVerifierAndUsedOnce() throws Exception {
        Answer begun = begin(Map.of());
        String code = code(begun);
        assertThat(complete(begun, code, "another-verifier-that-is-as-long-as-it-has-to-be-1234")
                        .error())
                .isEqualTo("400 invalid_request");
        assertThat(complete(begun, code, Application.VERIFIER).error()).isEqualTo("400 invalid_request");
    }

    @Test
    void declinedIsTold() throws Exception {
        Answer back = agree(begin(Map.of()), "decline");
        assertThat(back.redirectError()).isEqualTo("302 access_denied");
        assertThat(back.redirected("state")).isEqualTo("state-1");
    }

    @Test
    void ticketIsForItsUsersBrowser() throws Exception {
        Answer begun = begin(Map.of());
        String ticket = ticket(begun);
        assertThat(new Browser()
                        .get(begun.text("connect_uri") + "?ticket=" + ticket)
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void wrongRequestsAreRefused() throws Exception {
        assertThat(begin(Map.of("redirect_uri", "http://localhost/elsewhere")).error())
                .isEqualTo("400 invalid_request");
        assertThat(begin(Map.of("code_challenge_method", "plain")).error()).isEqualTo("400 invalid_request");
        assertThat(call("POST", "connect", "read:me:connected_accounts", Map.of("connection", "dropbox"))
                        .error())
                .isEqualTo("403 insufficient_scope");
        assertThat(application
                        .browser
                        .get(application.at("/me/v1/connected-accounts/accounts"))
                        .status())
                .isEqualTo(401);
    }
}
