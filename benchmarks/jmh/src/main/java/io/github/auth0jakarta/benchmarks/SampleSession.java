package io.github.auth0jakarta.benchmarks;

import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.StoredAccessToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The session that everything is measured with: as after a login at Auth0, with an ID token of about 1,000 characters and
 * an access token for one API.
 */
final class SampleSession {

    static final String ISSUER = "https://tenant.eu.auth0.example/";
    static final Instant WRITTEN_AT = Instant.parse("2026-11-21T10:00:00Z");

    /** What such a session has in JSON; the access token is made as long as that takes. */
    private static final int JSON_BYTES = 2_392;

    private static final String SUBJECT = "auth0|66f1d2c3b4a5968778695a4b";

    private static final String HEADER = """
            {"alg":"RS256","typ":"JWT","kid":"NkY4QUE0RDMwRkM1QzQ1"}""";

    private static final String CLAIMS = """
            {"given_name":"Alice","family_name":"Example","nickname":"alice","name":"Alice Example",\
            "picture":"https://cdn.tenant.example/avatars/al.png","updated_at":"2026-11-21T09:59:58.123Z",\
            "email":"alice@customer.example","email_verified":true,"iss":"https://tenant.eu.auth0.example/",\
            "aud":"k3Vt9Qw2Zr7Yx1Lp5Nc8Bm4Hd6Jf0Gs","iat":1795255200,"exp":1795291200,\
            "sub":"auth0|66f1d2c3b4a5968778695a4b","sid":"q1W2e3R4t5Y6u7I8o9P0aSdFgHjKlZxC","nonce":"a1B2c3D4e5F6g7H8"}""";

    private SampleSession() {}

    /** Returns the session whose JSON is as long as it should be. */
    static SessionData of(SessionCodec codec) {
        int others = codec.encode(withAccessTokenOf(0)).length;
        return withAccessTokenOf(JSON_BYTES - others);
    }

    private static SessionData withAccessTokenOf(int characters) {
        SessionData.Tokens tokens = new SessionData.Tokens(List.of(accessToken(characters)), "v1." + base64Url(48));
        return new SessionData(base64Url(16), login(), tokens, Map.of(), WRITTEN_AT);
    }

    private static SessionData.Login login() {
        return new SessionData.Login(
                idToken(),
                SUBJECT,
                SUBJECT,
                Set.of("read:orders", "write:orders"),
                "q1W2e3R4t5Y6u7I8o9P0aSdFgHjKlZxC",
                WRITTEN_AT,
                WRITTEN_AT,
                null,
                Set.of());
    }

    private static StoredAccessToken accessToken(int characters) {
        Set<String> scopes = Set.of("openid", "profile", "email", "offline_access", "read:orders", "write:orders");
        return new StoredAccessToken(
                base64Url(characters).substring(0, characters),
                "Bearer",
                "https://api.customer.example/",
                scopes,
                scopes,
                WRITTEN_AT.plusSeconds(86_400));
    }

    private static String idToken() {
        return base64Url(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
                + base64Url(CLAIMS.getBytes(StandardCharsets.UTF_8)) + "." + base64Url(256);
    }

    private static String base64Url(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return base64Url(content);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
