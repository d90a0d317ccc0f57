package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the shape of Auth0's database connections, which is not that of OAuth. */
final class SignupRefused extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final String name;

    SignupRefused(String code, String name, String description) {
        super(new ErrorObject(code, null, 400), description);
        this.name = name;
    }

    static SignupRefused invalid() {
        return new SignupRefused("invalid_signup", "BadRequestError", "Invalid sign up");
    }

    static SignupRefused weakPassword() {
        return new SignupRefused("invalid_password", "PasswordStrengthError", "Password is too weak");
    }

    @Override
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("code", error().getCode());
        json.put("description", error().getDescription());
        json.put("statusCode", error().getHTTPStatusCode());
        return json;
    }
}
