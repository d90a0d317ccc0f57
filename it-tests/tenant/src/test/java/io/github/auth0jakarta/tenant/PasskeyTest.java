package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passkeys: made by new users and by known ones, and used to log in. */
class PasskeyTest {

    private static final String GRANT = "urn:okta:params:oauth:grant-type:webauthn";
    private static final String EMAIL = "ada@example.com";
    private static final String METHODS = "/me/v1/authentication-methods";

    private final TestClock clock = new TestClock();
    private final Tenant tenant = Tenant.builder()
            .clock(clock)
            .demo(Application.URL)
            .client(Client.builder("other", "other-secret").build())
            .start();
    private final Application application = new Application(tenant);
    private final JsonClient client = new JsonClient(application);
    private final SoftwareAuthenticator authenticator = SoftwareAuthenticator.at(Application.URL);

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer register(Map<String, Object> altered) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>(Map.of("user_profile", Map.of("email", EMAIL)));
        members.putAll(altered);
        return client.post("/passkey/register", members);
    }

    private Answer challenge() throws Exception {
        return client.post("/passkey/challenge", Map.of());
    }

    private static String options(Answer challenge) {
        if (challenge.json().get("authn_params_public_key") instanceof Map<?, ?> options) {
            Map<String, Object> copy = new LinkedHashMap<>();
            options.forEach((name, value) -> copy.put(String.valueOf(name), value));
            return JSONObjectUtils.toJSONString(copy);
        }
        throw new AssertionError("no options in " + challenge.body());
    }

    private static Map<String, Object> json(String text) {
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private Answer redeem(Answer challenge, String credential, Map<String, Object> altered) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("grant_type", GRANT);
        members.put("auth_session", challenge.text("auth_session"));
        members.put("authn_response", json(credential));
        members.put("scope", "openid");
        members.putAll(altered);
        return client.post("/oauth/token", members);
    }

    private Answer redeem(Answer challenge, String credential) throws Exception {
        return redeem(challenge, credential, Map.of());
    }

    private String signedUp() throws Exception {
        Answer challenge = register(Map.of());
        Answer tokens = redeem(challenge, authenticator.create(options(challenge)));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        return String.valueOf(Jwts.claims(tokens.text("id_token")).get("sub"));
    }

    private Answer loggedIn(SoftwareAuthenticator with) throws Exception {
        Answer challenge = challenge();
        return redeem(challenge, with.get(options(challenge)));
    }

    private static void assertRefused(Answer answer, String why) {
        assertThat(answer.error()).isEqualTo("403 invalid_grant");
        assertThat(answer.text("error_description")).contains(why);
    }

    private String myAccountToken(String sub) {
        return tenant.tokens()
                .accessToken(sub, Demo.CLIENT_ID, tenant.issuer() + "me/", "create:me:authentication_methods")
                .sign();
    }

    private Answer enrol(Map<String, Object> members) throws Exception {
        return client.postAs(METHODS, myAccountToken(Demo.ALICE_SUB), members);
    }

    private Answer verify(Answer begun, String sub, String credential) throws Exception {
        String path = begun.header("Location").substring(tenant.issuer().length() - 1) + "/verify";
        return client.postAs(
                path,
                myAccountToken(sub),
                Map.of("auth_session", begun.text("auth_session"), "authn_response", json(credential)));
    }

    @Test
    void userSignsUpAndLogsInAgain() throws Exception {
        String sub = signedUp();
        assertThat(sub).startsWith("auth0|");
        assertThat(tenant.passkeys().of(sub)).hasSize(1);
        for (int i = 0; i < 2; i++) {
            assertThat(Jwts.claims(loggedIn(authenticator).text("id_token")))
                    .containsEntry("sub", sub)
                    .doesNotContainKey("nonce");
        }
        assertThat(register(Map.of()).error()).isEqualTo("400 invalid_request");
    }

    @Test
    void optionsAskForAResidentKeyOfES256AndAVerifiedUser() throws Exception {
        Map<String, Object> options = json(options(register(Map.of())));
        assertThat(options)
                .containsEntry("rp", Map.of("id", "localhost", "name", "localhost"))
                .containsEntry(
                        "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
        assertThat(options.get("pubKeyCredParams")).isEqualTo(List.of(Map.of("type", "public-key", "alg", -7L)));
        assertThat(String.valueOf(options.get("user"))).doesNotContain("auth0|").contains(EMAIL);
        assertThat(json(options(challenge())))
                .containsEntry("rpId", "localhost")
                .containsEntry("userVerification", "required")
                .doesNotContainKey("allowCredentials");
    }

    @Test
    void organizationIsThatOfTheChallengeAndOfTheUser() throws Exception {
        Answer wrong = register(Map.of("organization", Demo.ORGANIZATION_ID));
        assertThat(redeem(wrong, authenticator.create(options(wrong))).error()).isEqualTo("400 invalid_request");
        Answer right = register(Map.of("organization", Demo.ORGANIZATION_ID));
        Answer tokens = redeem(
                right,
                authenticator.create(options(right)),
                Map.of("organization", Demo.ORGANIZATION_NAME, "realm", Accounts.DATABASE));
        assertThat(Jwts.claims(tokens.text("id_token"))).containsEntry("org_id", Demo.ORGANIZATION_ID);
        assertThat(register(Map.of("organization", "org_none")).error()).isEqualTo("400 invalid_request");
    }

    @Test
    void userWhoIsNoMemberIsRefused() throws Exception {
        signedUp();
        Answer challenge = client.post("/passkey/challenge", Map.of("organization", Demo.ORGANIZATION_ID));
        assertThat(redeem(
                                challenge,
                                authenticator.get(options(challenge)),
                                Map.of("organization", Demo.ORGANIZATION_ID))
                        .error())
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void challengeIsAnsweredOnceInTimeAndByItsClient() throws Exception {
        signedUp();
        Answer used = challenge();
        assertThat(redeem(used, authenticator.get(options(used))).status()).isEqualTo(200);
        assertRefused(redeem(used, authenticator.get(options(used))), "auth_session");
        Answer others = challenge();
        assertRefused(
                redeem(
                        others,
                        authenticator.get(options(others)),
                        Map.of("client_id", "other", "client_secret", "other-secret")),
                "auth_session");
        assertThat(redeem(others, authenticator.get(options(others))).status()).isEqualTo(200);
        Answer late = challenge();
        clock.advance(PasskeyCeremonies.LIFETIME);
        assertRefused(redeem(late, authenticator.get(options(late))), "auth_session");
    }

    @Test
    void answerToAnotherChallengeIsRefused() throws Exception {
        Answer first = register(Map.of());
        Answer second = register(Map.of());
        assertRefused(redeem(first, authenticator.create(options(second))), "wrong challenge");
        signedUp();
        Answer login = challenge();
        assertRefused(redeem(login, authenticator.get(options(challenge()))), "wrong challenge");
    }

    @Test
    void pageOfAnotherOriginIsRefused() throws Exception {
        Answer challenge = register(Map.of());
        SoftwareAuthenticator elsewhere = SoftwareAuthenticator.at("http://localhost:8081");
        assertRefused(redeem(challenge, elsewhere.create(options(challenge))), "wrong origin");
        signedUp();
        assertRefused(loggedIn(authenticator.copyAt("https://evil.example")), "wrong origin");
    }

    @Test
    void anotherRelyingPartyIsRefused() throws Exception {
        Answer challenge = register(Map.of());
        String options = options(challenge).replace("\"localhost\"", "\"evil.example\"");
        assertRefused(redeem(challenge, authenticator.create(options)), "wrong relying party");
        Answer login = challenge();
        String others = options(login).replace("\"localhost\"", "\"evil.example\"");
        signedUp();
        String credential = authenticator.get(others).replace(id(authenticator.get(others)), id(localGet()));
        assertRefused(redeem(login, credential), "wrong relying party");
    }

    private String localGet() throws Exception {
        return authenticator.get(options(challenge()));
    }

    private static String id(String credential) {
        return String.valueOf(json(credential).get("id"));
    }

    @Test
    void userWhoWasNotVerifiedIsRefused() throws Exception {
        Answer challenge = register(Map.of());
        SoftwareAuthenticator careless =
                SoftwareAuthenticator.at(Application.URL).copyWithoutVerification();
        assertRefused(redeem(challenge, careless.create(options(challenge))), "not verified");
        signedUp();
        assertRefused(loggedIn(authenticator.copyWithoutVerification()), "not verified");
    }

    @Test
    void signatureOfAnotherKeyIsRefused() throws Exception {
        signedUp();
        SoftwareAuthenticator other = SoftwareAuthenticator.at(Application.URL);
        String creation = options(register(Map.of("user_profile", Map.of("email", "eve@example.com"))));
        other.create(creation);
        Answer challenge = challenge();
        String forged = other.get(options(challenge));
        Map<String, Object> genuine = json(localGet());
        String asHers = forged.replace(id(forged), String.valueOf(genuine.get("id")))
                .replace(userHandle(json(forged)), userHandle(genuine));
        assertRefused(redeem(challenge, asHers), "wrong signature");
        Answer again = challenge();
        assertRefused(redeem(again, other.get(options(again))), "unknown passkey");
    }

    private static String userHandle(Map<String, Object> credential) {
        return credential.get("response") instanceof Map<?, ?> response
                ? String.valueOf(response.get("userHandle"))
                : "";
    }

    @Test
    void handleOfAnotherUserIsRefused() throws Exception {
        signedUp();
        Answer challenge = challenge();
        String credential = authenticator.get(options(challenge));
        String others = credential.replace(userHandle(json(credential)), PasskeyVerifier.userHandle(Demo.ALICE_SUB));
        assertRefused(redeem(challenge, others), "another user's");
    }

    @Test
    void copyThatCountsForItselfIsRefused() throws Exception {
        signedUp();
        SoftwareAuthenticator copy = authenticator.copyAt(Application.URL);
        assertThat(loggedIn(authenticator).status()).isEqualTo(200);
        assertRefused(loggedIn(copy), "is a copy");
        assertThat(loggedIn(authenticator).status()).isEqualTo(200);
    }

    @Test
    void answerOfTheOtherCeremonyIsRefused() throws Exception {
        signedUp();
        Answer login = challenge();
        String creation = options(register(Map.of("user_profile", Map.of("email", "eve@example.com"))))
                .replaceFirst(
                        "\"challenge\":\"[^\"]+\"",
                        "\"challenge\":\"" + json(options(login)).get("challenge") + "\"");
        String created = SoftwareAuthenticator.at(Application.URL).create(creation);
        assertThat(redeem(login, created.replace(id(created), id(localGet()))).status())
                .isEqualTo(400);
        Answer signUp = register(Map.of("user_profile", Map.of("email", "eve@example.com")));
        assertThat(redeem(signUp, localGet()).status()).isIn(400, 403);
    }

    @Test
    void passkeyThatExistsIsNotAddedAgain() throws Exception {
        Answer first = register(Map.of());
        Answer second = register(Map.of("user_profile", Map.of("email", "eve@example.com")));
        String credential = authenticator.create(options(first));
        assertThat(redeem(first, credential).status()).isEqualTo(200);
        assertRefused(
                redeem(
                        second,
                        withChallenge(
                                credential, String.valueOf(json(options(second)).get("challenge")))),
                "there is a passkey");
    }

    /** With attestation none, nothing of a creation is signed. */
    private static String withChallenge(String credential, String challenge) {
        Map<String, Object> all = json(credential);
        if (all.get("response") instanceof Map<?, ?> response) {
            String encoded = String.valueOf(response.get("clientDataJSON"));
            String clientData = new Base64URL(encoded).decodeToString();
            String altered = clientData.replaceFirst("\"challenge\":\"[^\"]+\"", "\"challenge\":\"" + challenge + "\"");
            return credential.replace(encoded, Base64URL.encode(altered).toString());
        }
        return "";
    }

    @Test
    void twoSignUpsOfOneUserAreOne() throws Exception {
        Answer first = register(Map.of());
        Answer second = register(Map.of());
        assertThat(redeem(first, authenticator.create(options(first))).status()).isEqualTo(200);
        assertRefused(redeem(second, authenticator.create(options(second))), "exists by now");
    }

    @ParameterizedTest
    @CsvSource({
        "auth_session,'',400 invalid_request",
        "authn_response,'',400 invalid_request",
        "authn_response,text,400 invalid_request",
        "realm,email,400 bad.connection",
        "audience,https://nowhere.example.com,403 access_denied",
        "client_secret,wrong,401 invalid_client",
    })
    void grantIsStrictAndDoesNotUseTheChallengeUp(String member, String value, String error) throws Exception {
        signedUp();
        Answer challenge = challenge();
        String credential = authenticator.get(options(challenge));
        assertThat(redeem(challenge, credential, Map.of(member, value)).error()).isEqualTo(error);
        assertThat(redeem(challenge, credential).status()).isEqualTo(200);
    }

    @Test
    void grantTakesNoForm() throws Exception {
        signedUp();
        Answer challenge = challenge();
        Map<String, String> form = Application.credentials();
        form.put("grant_type", GRANT);
        form.put("auth_session", challenge.text("auth_session"));
        form.put("authn_response", authenticator.get(options(challenge)));
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), form)
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "realm,sms,400 bad.connection",
        "user_profile,'',400 invalid_request",
        "user_profile,text,400 invalid_request",
        "email,ada@example.com,400 invalid_request",
        "client_secret,'',401 invalid_client",
    })
    void registrationIsStrict(String member, String value, String error) throws Exception {
        assertThat(register(Map.of(member, value)).error()).isEqualTo(error);
    }

    @Test
    void profileIsStrict() throws Exception {
        for (Map<String, String> profile : List.of(
                Map.of("name", "Ada"), Map.of("email", EMAIL, "email_verified", "true"), Map.of("email", "ada"))) {
            assertThat(register(Map.of("user_profile", profile)).status()).isEqualTo(400);
        }
        assertThat(client.post("/passkey/challenge", Map.of("scope", "openid")).error())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void userAddsAPasskeyAndLogsInWithIt() throws Exception {
        Answer begun = enrol(Map.of("type", "passkey", "connection", Accounts.DATABASE, "identity", "alice"));
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Location")).startsWith(tenant.issuer() + METHODS.substring(1) + "/passkey%7C");
        assertThat(verify(begun, Demo.ALICE_SUB, authenticator.create(options(begun)))
                        .status())
                .isEqualTo(201);
        assertThat(Jwts.claims(loggedIn(authenticator).text("id_token"))).containsEntry("sub", Demo.ALICE_SUB);
        assertThat(options(enrol(Map.of("type", "passkey"))))
                .contains(tenant.passkeys().of(Demo.ALICE_SUB).get(0));
    }

    @Test
    void enrolmentIsOfItsUserAndBringsNoTokens() throws Exception {
        Answer begun = enrol(Map.of("type", "passkey"));
        String credential = authenticator.create(options(begun));
        assertThat(problem(verify(begun, Demo.BOB_SUB, credential))).isEqualTo("400 invalid_request");
        Answer another = enrol(Map.of("type", "passkey"));
        assertRefused(redeem(another, authenticator.create(options(another))), "brings no tokens");
        Answer third = enrol(Map.of("type", "passkey"));
        assertThat(problem(client.postAs(
                        METHODS + "/passkey%7Cx/verify",
                        myAccountToken(Demo.ALICE_SUB),
                        Map.of(
                                "auth_session",
                                third.text("auth_session"),
                                "authn_response",
                                json(authenticator.create(options(third)))))))
                .isEqualTo("400 invalid_request");
        assertThat(tenant.passkeys().of(Demo.ALICE_SUB)).isEmpty();
        assertThat(tenant.passkeys().of(Demo.BOB_SUB)).isEmpty();
    }

    @Test
    void enrolmentIsStrict() throws Exception {
        assertThat(problem(enrol(Map.of("type", "totp")))).isEqualTo("400 invalid_request");
        assertThat(problem(enrol(Map.of("type", "passkey", "connection", "sms"))))
                .isEqualTo("400 bad.connection");
        assertThat(problem(enrol(Map.of("type", "passkey", "identity", "bob")))).isEqualTo("400 invalid_request");
        assertThat(problem(enrol(Map.of("type", "passkey", "name", "x")))).isEqualTo("400 invalid_request");
        String wrongScope = tenant.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, tenant.issuer() + "me/", "create:me:connected_accounts")
                .sign();
        assertThat(problem(client.postAs(METHODS, wrongScope, Map.of("type", "passkey"))))
                .isEqualTo("403 insufficient_scope");
        String wrongAudience = tenant.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "create:me:authentication_methods")
                .sign();
        assertThat(client.postAs(METHODS, wrongAudience, Map.of("type", "passkey"))
                        .status())
                .isEqualTo(401);
        assertThat(client.postAs(METHODS + "/a/b", myAccountToken(Demo.ALICE_SUB), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(client.postAs(METHODS + "/a/b/verify", myAccountToken(Demo.ALICE_SUB), Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** Returns the status, and what the problem details (RFC 7807) name. */
    private static String problem(Answer answer) {
        String type = answer.text("type");
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }
}
