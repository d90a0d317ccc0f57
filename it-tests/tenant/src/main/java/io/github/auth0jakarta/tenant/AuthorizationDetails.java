package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rich authorization requests (RFC 9396): any object with a type is allowed, and granted as it was asked for. */
final class AuthorizationDetails {

    /** The name of the parameter and of the claim. */
    static final String NAME = "authorization_details";

    private AuthorizationDetails() {}

    static List<Object> parse(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            List<Object> details = JSONArrayUtils.parse(text);
            if (details.stream().allMatch(AuthorizationDetails::hasType)) {
                return details;
            }
        } catch (ParseException e) {
            // Refused below, like an array of something else.
        }
        throw new OAuthException(
                OAuth2Error.INVALID_AUTHORIZATION_DETAILS, "authorization_details is no array of objects with a type");
    }

    private static boolean hasType(Object detail) {
        return detail instanceof Map<?, ?> object && object.get("type") instanceof String;
    }
}
