package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DpopTest {

    private static final TestClock CLOCK = new TestClock();
    private static final SigningClient KEY = SigningClient.generate();
    private static final SigningClient OTHER = SigningClient.generate();
    private static final Tenant TENANT =
            Tenant.builder().clock(CLOCK).demo(Application.URL).start();

    private final Application application = new Application(TENANT);

    @BeforeEach
    void askForNoNonce() {
        TENANT.settings().dpopNonces(DpopNoncePolicy.NONE);
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void proofBindsAllTokens() throws Exception {
        Answer tokens = redeem(Map.of("dpop_jkt", KEY.thumbprint()), tokenProof(KEY, c -> c));
        assertThat(tokens.text("token_type")).isEqualTo("DPoP");
        String accessToken = tokens.text("access_token");
        assertThat(Jwts.claims(accessToken)).containsEntry("cnf", Map.of("jkt", KEY.thumbprint()));
        assertThat(userInfo("DPoP", accessToken, userInfoProof(KEY, accessToken, c -> c))
                        .status())
                .isEqualTo(200);
        Answer refreshed = refresh(tokens.text("refresh_token"), tokenProof(KEY, c -> c));
        assertThat(refreshed.text("token_type")).isEqualTo("DPoP");
    }

    @Test
    void opaqueTokenIsBoundToo() throws Exception {
        String token = redeem(Map.of("audience", ""), tokenProof(KEY, c -> c)).text("access_token");
        assertThat(userInfo("DPoP", token, userInfoProof(KEY, token, c -> c)).status())
                .isEqualTo(200);
        assertThat(application.userInfo(token).error()).isEqualTo("401 invalid_token");
    }

    @Test
    void codeNeedsTheAnnouncedKey() throws Exception {
        Map<String, String> announced = Map.of("dpop_jkt", KEY.thumbprint());
        assertThat(redeem(announced, tokenProof(OTHER, c -> c)).error()).isEqualTo("400 invalid_grant");
        assertThat(application
                        .redeem(application.logIn(announcedAgain(announced)).code(), Map.of())
                        .error())
                .isEqualTo("400 invalid_grant");
        assertThat(application.authorize(Map.of("dpop_jkt", "short")).redirectError())
                .isEqualTo("302 invalid_request");
    }

    @Test
    void refreshNeedsTheSameKey() throws Exception {
        String token = redeem(Map.of(), tokenProof(KEY, c -> c)).text("refresh_token");
        assertThat(refresh(token, tokenProof(OTHER, c -> c)).error()).isEqualTo("400 invalid_grant");
        assertThat(application.refresh(token, Map.of()).error()).isEqualTo("400 invalid_grant");
        assertThat(refresh(token, tokenProof(KEY, c -> c)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"method", "address", "old", "early", "no jti", "ath", "replay"})
    void proofIsChecked(String fault) throws Exception {
        String proof = tokenProof(KEY, claims -> switch (fault) {
            case "method" -> claims.claim("htm", "GET");
            case "address" -> claims.claim("htu", application.at("/userinfo"));
            case "old" -> claims.issueTime(Date.from(CLOCK.instant().minusSeconds(61)));
            case "early" -> claims.issueTime(Date.from(CLOCK.instant().plusSeconds(61)));
            case "no jti" -> claims.jwtID(null);
            case "ath" -> claims.claim("ath", SigningClient.hash("x"));
            default -> claims;
        });
        if (fault.equals("replay")) {
            redeem(Map.of(), proof);
        }
        assertThat(redeem(Map.of(), proof).error()).isEqualTo("400 invalid_dpop_proof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "no proof", "other key", "other token", "unbound"})
    void userInfoNeedsTheKeyOfTheToken(String fault) throws Exception {
        String bound = redeem(Map.of(), tokenProof(KEY, c -> c)).text("access_token");
        String token = fault.equals("unbound")
                ? TENANT.tokens()
                        .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "openid")
                        .sign()
                : bound;
        SigningClient key = fault.equals("other key") ? OTHER : KEY;
        String proof = userInfoProof(key, fault.equals("other token") ? "x" : token, c -> c);
        Answer answer = fault.equals("Bearer")
                ? userInfo("Bearer", token, proof)
                : userInfo("DPoP", token, fault.equals("no proof") ? "" : proof);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith(fault.equals("Bearer") ? "Bearer" : "DPoP error=");
    }

    @Test
    void missingNonceUsesUpNothing() throws Exception {
        TENANT.settings().dpopNonces(DpopNoncePolicy.SINGLE_USE);
        String code = application.code();
        Answer refused = redeemCode(code, tokenProof(KEY, c -> c));
        assertThat(refused.error()).isEqualTo("400 use_dpop_nonce");
        String nonce = refused.header("DPoP-Nonce");
        Answer tokens = redeemCode(code, tokenProof(KEY, c -> c.claim("nonce", nonce)));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.header("DPoP-Nonce")).isNotBlank().isNotEqualTo(nonce);
        assertThat(refresh(tokens.text("refresh_token"), tokenProof(KEY, c -> c.claim("nonce", nonce)))
                        .error())
                .isEqualTo("400 use_dpop_nonce");
        String second = tokens.header("DPoP-Nonce");
        assertThat(refresh(tokens.text("refresh_token"), tokenProof(KEY, c -> c.claim("nonce", second)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void userInfoAsksForANonceInItsChallenge() throws Exception {
        String token = redeem(Map.of(), tokenProof(KEY, c -> c)).text("access_token");
        TENANT.settings().dpopNonces(DpopNoncePolicy.REUSABLE);
        Answer refused = userInfo("DPoP", token, userInfoProof(KEY, token, c -> c));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("DPoP error=\"use_dpop_nonce\"");
        String nonce = refused.header("DPoP-Nonce");
        UnaryOperator<JWTClaimsSet.Builder> withNonce = c -> c.claim("nonce", nonce);
        assertThat(userInfo("DPoP", token, userInfoProof(KEY, token, withNonce)).status())
                .isEqualTo(200);
        assertThat(userInfo("DPoP", token, userInfoProof(KEY, token, withNonce)).status())
                .isEqualTo(200);
        TENANT.rotateDpopNonce();
        assertThat(userInfo("DPoP", token, userInfoProof(KEY, token, withNonce)).status())
                .isEqualTo(401);
    }

    @Test
    void proofAtThePushBindsTheCode() throws Exception {
        String address = application.at("/oauth/par");
        String proof = KEY.proof("POST", address, CLOCK.instant(), c -> c);
        Map<String, String> form = new HashMap<>(Application.authorizationParameters(Map.of()));
        form.putAll(Application.credentials());
        Answer pushed = post(address, form, proof);
        Answer login = application.browser.get(application.at("/authorize") + "?"
                + Browser.encode(Map.of("client_id", Demo.CLIENT_ID, "request_uri", pushed.text("request_uri"))));
        String code =
                application.submit(login, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD).code();
        assertThat(redeemCode(code, tokenProof(OTHER, c -> c)).error()).isEqualTo("400 invalid_grant");
        form.put("dpop_jkt", OTHER.thumbprint());
        assertThat(post(address, form, KEY.proof("POST", address, CLOCK.instant(), c -> c))
                        .error())
                .isEqualTo("400 invalid_dpop_proof");
    }

    private static Map<String, String> announcedAgain(Map<String, String> parameters) {
        Map<String, String> again = new HashMap<>(parameters);
        again.put("prompt", "login");
        return again;
    }

    private String tokenProof(SigningClient key, UnaryOperator<JWTClaimsSet.Builder> change) {
        return key.proof("POST", application.at("/oauth/token"), CLOCK.instant(), change);
    }

    private String userInfoProof(SigningClient key, String token, UnaryOperator<JWTClaimsSet.Builder> change) {
        return key.proof(
                "GET",
                application.at("/userinfo"),
                CLOCK.instant(),
                claims -> change.apply(claims.claim("ath", SigningClient.hash(token))));
    }

    private Answer redeem(Map<String, String> altered, String proof) throws Exception {
        return redeemCode(application.logIn(announcedAgain(altered)).code(), proof);
    }

    private Answer redeemCode(String code, String proof) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", Application.CALLBACK);
        form.put("code_verifier", Application.VERIFIER);
        return post(application.at("/oauth/token"), form, proof);
    }

    private Answer refresh(String token, String proof) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return post(application.at("/oauth/token"), form, proof);
    }

    private Answer post(String address, Map<String, String> form, String proof) throws Exception {
        return application.browser.send(Browser.request(address)
                .header("DPoP", proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.encode(form))));
    }

    private Answer userInfo(String scheme, String token, String proof) throws Exception {
        var request = Browser.request(application.at("/userinfo")).header("Authorization", scheme + " " + token);
        return application.browser.send(proof.isEmpty() ? request : request.header("DPoP", proof));
    }
}
