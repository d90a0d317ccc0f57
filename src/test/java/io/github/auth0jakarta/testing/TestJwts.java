package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token that is good, until a test changes one thing of it. */
public final class TestJwts {
    public static final String ISSUER = "https://tenant.example/";
    public static final String CLIENT_ID = "client-1";
    public static final String AUDIENCE = "https://api.example";
    public static final String SUBJECT = "auth0|5f7c8ec7c33c6c004bbafe82";
    public static final String NONCE = "n-0S6_WzA2Mj";

    private static final long NOW = FixedTime.START.getEpochSecond();
    private static final StrictJson JSON = new StrictJson();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private TestKeys key = TestKeys.RSA;

    private TestJwts() {
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        header.put("kid", key.kid());
        claims.put("iss", ISSUER);
        claims.put("sub", SUBJECT);
        claims.put("iat", NOW - 10);
        claims.put("exp", NOW + 3600);
    }

    /** Returns an ID token for {@link #CLIENT_ID}, issued ten seconds ago for an hour. */
    public static TestJwts idToken() {
        return new TestJwts().claim("aud", CLIENT_ID).claim("nonce", NONCE).claim("name", "Ada");
    }

    /** Returns an access token for {@link #AUDIENCE} and userinfo, as Auth0 issues it. */
    public static TestJwts accessToken() {
        return new TestJwts()
                .claim("aud", List.of(AUDIENCE, ISSUER + "userinfo"))
                .claim("azp", CLIENT_ID)
                .claim("scope", "openid read:orders");
    }

    /** Returns a logout token for {@link #CLIENT_ID} that names the subject and the session {@code sid-1}. */
    public static TestJwts logoutToken() {
        return new TestJwts()
                .header("typ", "logout+jwt")
                .claim("aud", CLIENT_ID)
                .claim("jti", "jti-1")
                .claim("sid", "sid-1")
                .claim("exp", NOW + 110)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    public TestJwts claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TestJwts without(String name) {
        claims.remove(name);
        return this;
    }

    public TestJwts header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public TestJwts withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Signs with this key and its algorithm, and says so in the header. */
    public TestJwts signedBy(TestKeys signer) {
        key = signer;
        return header("alg", signer.algorithm()).header("kid", signer.kid());
    }

    public String headerJson() {
        return JSON.writeObject(header);
    }

    public String payloadJson() {
        return JSON.writeObject(claims);
    }

    /** Returns the token; signed as the header says, where the key can, else as the key does. */
    public String build() {
        return sign(headerJson(), payloadJson());
    }

    /** Returns a token with this text as its payload. */
    public String withPayload(String payload) {
        return sign(headerJson(), payload);
    }

    /** Returns a token with this text as its header. */
    public String withHeader(String text) {
        return sign(text, payloadJson());
    }

    /** Returns a token of these texts, signed. */
    public String sign(String headerText, String payloadText) {
        return signEncoded(
                TestKeys.base64Url(headerText.getBytes(StandardCharsets.UTF_8)),
                TestKeys.base64Url(payloadText.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a token of these two parts, signed as they are. */
    public String signEncoded(String headerPart, String payloadPart) {
        String input = headerPart + "." + payloadPart;
        byte[] signature = key.sign(signingAlgorithm(), input.getBytes(StandardCharsets.UTF_8));
        return input + "." + TestKeys.base64Url(signature);
    }

    private String signingAlgorithm() {
        String own = key.algorithm().startsWith("ES") ? key.algorithm() : "(RS|PS)(256|384|512)";
        return header.get("alg") instanceof String alg && alg.matches(own) ? alg : key.algorithm();
    }
}
