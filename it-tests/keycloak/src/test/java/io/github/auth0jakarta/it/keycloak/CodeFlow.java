package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The code flow of a client that nobody listens for: it takes the code out of the redirect. */
final class CodeFlow {

    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT_URI = "http://localhost:49152/auth/callback";

    private final String issuer;

    CodeFlow(String issuer) {
        this.issuer = issuer;
    }

    /** Returns the address that starts a login with PKCE. */
    String authorizationUrl(String scope) {
        Map<String, String> parameters = parameters(scope);
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        return url(parameters);
    }

    /** Returns the address that starts a login as a client would that knows no PKCE. */
    String authorizationUrlWithoutPkce(String scope) {
        return url(parameters(scope));
    }

    private static Map<String, String> parameters(String scope) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", KeycloakRealm.APPLICATION.id());
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", scope);
        parameters.put("state", "the-state");
        parameters.put("nonce", "the-nonce");
        return parameters;
    }

    private String url(Map<String, String> parameters) {
        return issuer + "/protocol/openid-connect/auth?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** Logs in and returns the parameters of the redirect back. */
    Map<String, String> logIn(HttpBrowser browser, KeycloakRealm.User user, String scope) {
        Answer page = browser.open(authorizationUrl(scope));
        return callback(browser.submitOnly(LoginPage.filledIn(page, user)));
    }

    /** Returns the parameters of a redirect back. */
    static Map<String, String> callback(Answer redirect) {
        URI location =
                redirect.location().orElseThrow(() -> new IllegalStateException(redirect + "\n" + redirect.body()));
        if (!location.toString().startsWith(REDIRECT_URI + "?")) {
            throw new IllegalStateException("not back to the client: " + location);
        }
        return Arrays.stream(location.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }

    /** Logs in and returns the tokens. */
    JsonObject tokens(HttpBrowser browser, KeycloakRealm.User user, String scope) {
        String code = logIn(browser, user, scope).get("code");
        Answer answer = exchange(Objects.requireNonNull(code, "no code came back"));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer + "\n" + answer.body());
        }
        return answer.json();
    }

    private Answer exchange(String code) {
        return new TokenEndpoint(issuer)
                .ask(
                        KeycloakRealm.APPLICATION,
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", REDIRECT_URI,
                                "code_verifier", VERIFIER));
    }

    /** Returns the token response for a refresh token. */
    Answer refresh(String refreshToken) {
        return new TokenEndpoint(issuer)
                .ask(KeycloakRealm.APPLICATION, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }
}
