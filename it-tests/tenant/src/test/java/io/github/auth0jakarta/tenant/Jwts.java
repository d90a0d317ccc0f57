package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.Map;

/** Looks into tokens without verifying them. */
final class Jwts {

    private Jwts() {}

    static Map<String, Object> claims(String token) {
        return parse(token).getPayload().toJSONObject();
    }

    static Map<String, Object> header(String token) {
        return parse(token).getHeader().toJSONObject();
    }

    static JWSObject parse(String token) {
        try {
            return JWSObject.parse(token);
        } catch (ParseException e) {
            throw new AssertionError("no JWS: " + token, e);
        }
    }
}
