package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.OneTimePasswordChallenge;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Codes and links that Auth0 sends to people, and the tokens for them. */
public final class Passwordless {
    private static final String GRANT = "http://auth0.com/oauth/grant-type/passwordless/otp";

    private final AuthenticationApi api;
    private final TokenEndpoint tokenEndpoint;
    private final Typed typed = new Typed(Auth0ErrorCode.PASSWORDLESS_REQUEST_INVALID);

    public Passwordless(AuthenticationApi api, TokenEndpoint tokenEndpoint) {
        this.api = api;
        this.tokenEndpoint = tokenEndpoint;
    }

    /** Has a code be sent. */
    public void sendCode(PasswordlessRequest request) {
        check(request);
        start(request, members(request));
    }

    /**
     * Has a link be sent.
     *
     * @param authorization the parameters of the authorization request that following it begins, without the client's id
     */
    public void sendLink(PasswordlessRequest request, FormBody authorization) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        authorization.parameters().forEach(parameter -> parameters.put(parameter.getKey(), parameter.getValue()));
        Map<String, Object> members = members(request);
        members.put("authParams", parameters);
        start(request, members);
    }

    /** Checks a request before anything comes of it. */
    public void check(PasswordlessRequest request) {
        if (request.delivery() == PasswordlessRequest.Delivery.SMS_CODE) {
            typed.phoneNumber(request.address());
        } else {
            typed.email(request.address());
        }
        request.language().ifPresent(typed::language);
    }

    private static Map<String, Object> members(PasswordlessRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (request.delivery()) {
            case SMS_CODE -> {
                members.put("connection", "sms");
                members.put("phone_number", request.address());
            }
            case EMAIL_CODE, EMAIL_LINK -> {
                boolean link = request.delivery() == PasswordlessRequest.Delivery.EMAIL_LINK;
                members.put("connection", "email");
                members.put("email", request.address());
                members.put("send", link ? "link" : "code");
            }
        }
        return members;
    }

    private void start(PasswordlessRequest request, Map<String, Object> members) {
        Map<String, String> headers =
                request.language().map(tag -> Map.of("x-request-language", tag)).orElse(Map.of());
        api.send("passwordless/start", members, headers, Auth0ErrorCode.PASSWORDLESS_REFUSED);
    }

    /** Has a code be sent to a user of a database connection, and returns the {@code auth_session}. */
    public String challenge(OneTimePasswordChallenge challenge) {
        typed.connection(challenge.connection());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", challenge.connection());
        if (challenge.recipient() == OneTimePasswordChallenge.Recipient.EMAIL) {
            typed.email(challenge.address());
            members.put("email", challenge.address());
        } else {
            typed.phoneNumber(challenge.address());
            members.put("phone_number", challenge.address());
        }
        members.put("allow_signup", challenge.isSignupAllowed());
        challenge.recipient().deliveryMethod().ifPresent(method -> members.put("delivery_method", method));
        Map<String, Object> answer = api.ask(
                "otp/challenge",
                members,
                Auth0ErrorCode.PASSWORDLESS_REFUSED,
                Auth0ErrorCode.PASSWORDLESS_ANSWER_MALFORMED);
        if (answer.get("auth_session") instanceof String authSession && !authSession.isEmpty()) {
            return authSession;
        }
        throw new AuthorizationServerException(
                Auth0ErrorCode.PASSWORDLESS_ANSWER_MALFORMED, "auth_session is missing", 200, null);
    }

    /**
     * Returns the tokens for a code.
     *
     * @param purpose what they are for, which the code's own audience and scopes need not say
     */
    public TokenResponse tokens(PasswordlessCode code, TokenPurpose purpose) {
        FormBody form = new FormBody().add("grant_type", GRANT);
        if (code.realm() == PasswordlessCode.Realm.CHALLENGE) {
            typed.authSession(code.proof());
            form.add("auth_session", code.proof());
        } else {
            checkAddress(code);
            form.add("username", code.proof()).add("realm", code.realm().name().toLowerCase(Locale.ROOT));
        }
        typed.code(code.code());
        form.add("otp", code.code()).add("audience", purpose.audience()).add("scope", purpose.scopeText());
        return AuthenticationApi.grantRefusedAs(
                Auth0ErrorCode.PASSWORDLESS_CODE_REFUSED, () -> tokenEndpoint.grant(form, purpose));
    }

    private void checkAddress(PasswordlessCode code) {
        if (code.realm() == PasswordlessCode.Realm.SMS) {
            typed.phoneNumber(code.proof());
        } else {
            typed.email(code.proof());
        }
    }
}
