package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connected accounts of the My Account API: begun by the client, agreed to by the user, completed, listed and removed. */
@SuppressWarnings("NullAway.Init")
class MyAccountTest {

    private static final String CREATE = "create:me:connected_accounts";
    private static final String READ = "read:me:connected_accounts";
    private static final String DELETE = "delete:me:connected_accounts";
    private static final String ACCOUNT = "dropbox-4711";

    private static final SigningClient KEY = SigningClient.generate();

    private final TestClock clock = new TestClock();

    private Tenant tenant;
    private Application application;

    @BeforeEach
    void start() throws Exception {
        tenant = Tenant.builder().clock(clock).demo(Application.URL).start();
        application = new Application(tenant);
        application.logIn(Map.of());
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private String at(String path) {
        return application.at("/me/v1/connected-accounts/" + path);
    }

    private TokenBuilder token(String scope) {
        return tenant.tokens().accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, tenant.issuer() + "me/", scope);
    }

    private Answer call(String method, String path, String scope, Map<String, Object> body) throws Exception {
        return call(method, path, Demo.ALICE_SUB, scope, body);
    }

    private Answer call(String method, String path, String sub, String scope, Map<String, Object> body)
            throws Exception {
        HttpRequest.Builder request = Browser.request(at(path))
                .header(
                        "Authorization",
                        "Bearer " + token(scope).claim("sub", sub).sign());
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSONObjectUtils.toJSONString(body)));
        }
        return application.browser.send(request);
    }

    /** An altered member that is empty is left out. */
    private Answer begin(Map<String, Object> altered) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("connection", "dropbox");
        body.put("redirect_uri", Application.CALLBACK);
        body.put("state", "state-1");
        body.put("code_challenge", Application.challenge());
        body.put("code_challenge_method", "S256");
        body.put("scopes", List.of("files"));
        body.putAll(altered);
        body.values().removeIf(""::equals);
        return call("POST", "connect", CREATE, body);
    }

    private static String ticket(Answer begun) {
        return begun.json().get("connect_params") instanceof Map<?, ?> parameters
                ? String.valueOf(parameters.get("ticket"))
                : "";
    }

    private Answer agree(Answer begun, String decision) throws Exception {
        String ticket = ticket(begun);
        return application.browser.post(
                begun.text("connect_uri"), Map.of("ticket", ticket, "account", ACCOUNT, decision, "1"));
    }

    private Answer complete(Answer begun, String code, String verifier) throws Exception {
        return call("POST", "complete", CREATE, completion(begun, code, verifier));
    }

    private static Map<String, Object> completion(Answer begun, String code, String verifier) {
        return Map.of(
                "auth_session",
                begun.text("auth_session"),
                "connect_code",
                code,
                "redirect_uri",
                Application.CALLBACK,
                "code_verifier",
                verifier);
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
        assertThat(completed.json())
                .containsEntry("connection", "dropbox")
                .containsEntry("access_type", "offline")
                .containsEntry("scopes", List.of("files"))
                .containsEntry("created_at", clock.instant().toString());
        assertThat(call("GET", "accounts", READ, Map.of()).body()).contains(completed.text("id"), Demo.CONNECTION);
        String one = "accounts/" + completed.text("id");
        assertThat(call("DELETE", one, DELETE, Map.of()).status()).isEqualTo(204);
        assertThat(call("DELETE", one, DELETE, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void sameAccountAgainStandsInForTheEarlierOne() throws Exception {
        Answer first = begin(Map.of());
        complete(first, code(first), Application.VERIFIER);
        Answer second = begin(Map.of("scopes", List.of("files", "more")));
        complete(second, code(second), Application.VERIFIER);
        assertThat(tenant.connectedAccounts().of(Demo.ALICE_SUB))
                .filteredOn(account -> account.userId().equals(ACCOUNT))
                .singleElement()
                .satisfies(account -> assertThat(account.scopes()).containsExactlyInAnyOrder("files", "more"));
    }

    @Test
    void accountsAreListedPageByPage() throws Exception {
        for (int i = 0; i < 11; i++) {
            tenant.connectedAccounts()
                    .add(new ConnectedAccounts.Account(
                            "cac_" + i, Demo.ALICE_SUB, "dropbox", "u" + i, Set.of(), clock.instant()));
        }
        Answer first = call("GET", "accounts", READ, Map.of());
        assertThat(ids(first)).hasSize(10).startsWith("cac_alice_google", "cac_alice_github", "cac_0");
        assertThat(first.text("next")).isEqualTo("cac_8");
        Answer last = call("GET", "accounts?from=cac_8", READ, Map.of());
        assertThat(ids(last)).containsExactly("cac_8", "cac_9", "cac_10");
        assertThat(last.json()).doesNotContainKey("next");
        assertThat(ids(call("GET", "accounts?take=20", READ, Map.of()))).hasSize(13);
        Answer two = call("GET", "accounts?from=cac_0&take=2", READ, Map.of());
        assertThat(ids(two)).containsExactly("cac_0", "cac_1");
        assertThat(two.text("next")).isEqualTo("cac_2");
    }

    private static List<Object> ids(Answer page) {
        return page.json().get("accounts") instanceof List<?> accounts
                ? accounts.stream()
                        .<Object>map(account -> ((Map<?, ?>) account).get("id"))
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"take=0", "take=21", "take=x", "take=1&take=2", "from=cac_bob_google", "from=x", "page=1"})
    void pageThatIsNoneIsRefused(String query) throws Exception {
        assertThat(problem(call("GET", "accounts?" + query, READ, Map.of()))).isEqualTo("400 invalid_request");
    }

    @Test
    void codeIsBoundToTheVerifierAndUsedOnce() throws Exception {
        Answer begun = begin(Map.of());
        String code = code(begun);
        assertThat(problem(complete(begun, code, "another-verifier-that-is-as-long-as-it-has-to-be-1234")))
                .isEqualTo("400 invalid_request");
        assertThat(problem(complete(begun, code, Application.VERIFIER))).isEqualTo("400 invalid_request");
    }

    @Test
    void codeIsForTheUserWhoAgreed() throws Exception {
        Answer begun = begin(Map.of());
        String code = code(begun);
        Answer another = call("POST", "complete", Demo.BOB_SUB, CREATE, completion(begun, code, Application.VERIFIER));
        assertThat(problem(another)).isEqualTo("400 invalid_request");
    }

    @Test
    void ticketAndCodeEnd() throws Exception {
        Answer late = begin(Map.of());
        assertThat(late.json()).containsEntry("expires_in", 300L);
        clock.advance(Duration.ofMinutes(5));
        assertThat(agree(late, "accept").pageError()).isEqualTo("400 invalid_request");
        Answer begun = begin(Map.of());
        String code = code(begun);
        clock.advance(Duration.ofMinutes(5));
        assertThat(problem(complete(begun, code, Application.VERIFIER))).isEqualTo("400 invalid_request");
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
    void ticketIsUsedOnce() throws Exception {
        Answer begun = begin(Map.of());
        agree(begun, "decline");
        assertThat(agree(begun, "accept").pageError()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "connection,myspace,connection is not known here",
        "connection,'',connection is required",
        "redirect_uri,http://localhost/elsewhere,redirect_uri is not in the list of allowed callback URLs",
        "state,'',state is required",
        "code_challenge,short,code_challenge is not a SHA-256",
        "code_challenge_method,plain,code_challenge_method has to be S256",
        "scopes,files,scopes has to be a list of texts",
        "authorization_params,x,authorization_params has to be an object of texts",
        "client_id,x,client_id is not known",
    })
    void memberThatIsWrongIsNamed(String name, String value, String detail) throws Exception {
        Answer refused = begin(Map.of(name, value));
        assertThat(problem(refused)).isEqualTo("400 invalid_request");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json())
                .containsEntry("title", "Bad Request")
                .containsEntry("status", 400L)
                .containsEntry("detail", "the request is not as it has to be");
        assertThat(refused.json().get("validation_errors"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("detail", detail, "field", name, "pointer", "/" + name, "source", "body"));
    }

    /** Status and kind of a problem. */
    private String problem(Answer answer) {
        String type = answer.text("type");
        assertThat(type).startsWith(tenant.issuer() + "errors/");
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    @Test
    void tokenHasToBeForThisApiAndThisCall() throws Exception {
        assertThat(problem(call("POST", "connect", READ, Map.of("connection", "dropbox"))))
                .isEqualTo("403 insufficient_scope");
        assertThat(problem(call("DELETE", "accounts/cac_alice_google", READ, Map.of())))
                .isEqualTo("403 insufficient_scope");
        Answer nothing = application.browser.get(at("accounts"));
        assertThat(problem(nothing)).isEqualTo("401 unauthorized");
        assertThat(nothing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tenant\"");
        String other = tenant.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, READ)
                .sign();
        assertThat(problem(application.browser.send(
                        Browser.request(at("accounts")).header("Authorization", "Bearer " + other))))
                .isEqualTo("401 invalid_token");
    }

    private Answer bound(String token, String scheme, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        String proof = KEY.proof(
                "GET",
                at("accounts"),
                clock.instant(),
                claims -> change.apply(claims.claim("ath", SigningClient.hash(token))));
        return application.browser.send(Browser.request(at("accounts"))
                .header("Authorization", scheme + " " + token)
                .header("DPoP", proof));
    }

    @Test
    void boundTokenNeedsAProofOfItsKey() throws Exception {
        String token = token(READ).boundTo(KEY.thumbprint()).sign();
        assertThat(bound(token, "DPoP", claims -> claims).status()).isEqualTo(200);
        assertThat(problem(bound(token, "Bearer", claims -> claims))).isEqualTo("401 invalid_token");
        Answer another = bound(token, "DPoP", claims -> claims.claim("htm", "DELETE"));
        assertThat(problem(another)).isEqualTo("401 invalid_dpop_proof");
        assertThat(another.header("WWW-Authenticate")).startsWith("DPoP error=\"invalid_dpop_proof\"");
        assertThat(problem(bound(token(READ).sign(), "DPoP", claims -> claims))).isEqualTo("401 invalid_token");
    }

    @Test
    void nonceIsAskedForInTheChallenge() throws Exception {
        String token = token(READ).boundTo(KEY.thumbprint()).sign();
        tenant.settings().dpopNonces(DpopNoncePolicy.SINGLE_USE);
        Answer refused = bound(token, "DPoP", claims -> claims);
        assertThat(problem(refused)).isEqualTo("401 use_dpop_nonce");
        String nonce = refused.header("DPoP-Nonce");
        Answer answer = bound(token, "DPoP", claims -> claims.claim("nonce", nonce));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("DPoP-Nonce")).isNotBlank().isNotEqualTo(nonce);
    }
}
