package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A relying party with a browser in front of it: the whole code flow in steps that a test can alter. */
final class Application {

    static final String URL = "http://localhost:8080";
    static final String CALLBACK = URL + "/auth/callback";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final Tenant tenant;
    final Browser browser = new Browser();

    Application(Tenant tenant) {
        this.tenant = tenant;
    }

    String at(String path) {
        return tenant.issuer() + path.substring(1);
    }

    /** Parameters of a complete request; an altered one with an empty value is left out. */
    static Map<String, String> authorizationParameters(Map<String, String> altered) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", Demo.CLIENT_ID);
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid profile email offline_access read:orders write:orders");
        parameters.put("audience", Demo.AUDIENCE);
        parameters.put("state", "state-1");
        parameters.put("nonce", "nonce-1");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return alter(parameters, altered);
    }

    static String challenge() {
        return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(VERIFIER))
                .getValue();
    }

    Answer authorize(Map<String, String> altered) throws IOException, InterruptedException {
        return browser.get(at("/authorize") + "?" + Browser.encode(authorizationParameters(altered)));
    }

    Answer submit(Answer form, String email, String password) throws IOException, InterruptedException {
        return browser.post(
                at("/u/login"), Map.of("ticket", form.hidden("ticket"), "email", email, "password", password));
    }

    /** Logs in as alice and returns the redirect to the callback. */
    Answer logIn(Map<String, String> altered) throws IOException, InterruptedException {
        return submit(authorize(altered), Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
    }

    /** Logs in as alice and returns the code. */
    String code() throws IOException, InterruptedException {
        return logIn(Map.of()).code();
    }

    Answer redeem(String code, Map<String, String> altered) throws IOException, InterruptedException {
        Map<String, String> form = credentials();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", VERIFIER);
        return browser.post(at("/oauth/token"), alter(form, altered));
    }

    /** Logs in as alice and returns the answer of the token endpoint. */
    Answer tokens(Map<String, String> altered) throws IOException, InterruptedException {
        return redeem(logIn(altered).code(), Map.of());
    }

    Answer refresh(String token, Map<String, String> altered) throws IOException, InterruptedException {
        Map<String, String> form = credentials();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return browser.post(at("/oauth/token"), alter(form, altered));
    }

    Answer userInfo(String token) throws IOException, InterruptedException {
        return browser.send(Browser.request(at("/userinfo")).header("Authorization", "Bearer " + token));
    }

    static Map<String, String> credentials() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", Demo.CLIENT_ID);
        form.put("client_secret", Demo.CLIENT_SECRET);
        return form;
    }

    private static Map<String, String> alter(Map<String, String> parameters, Map<String, String> altered) {
        parameters.putAll(altered);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
