package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.PasskeyEnrollment;
import io.github.auth0jakarta.internal.connect.MyAccountAnswers;
import io.github.auth0jakarta.internal.connect.MyAccountApi;
import io.github.auth0jakarta.internal.connect.MyAccountTokens;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.RequestSession;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passkeys that a session's caller adds to the account, at the My Account API. */
public final class PasskeyEnrollments {
    private static final String PATH = "authentication-methods";
    private static final Set<String> SCOPES = Set.of("create:me:authentication_methods");
    /** What follows the last slash of an address or a path; Auth0's ids have a bar in them, encoded or not. */
    private static final Pattern LAST_SEGMENT =
            Pattern.compile("(?:.*/)?((?:[A-Za-z0-9._~|-]|%[0-9A-Fa-f]{2}){1,256})");

    private final MyAccountApi api;
    private final MyAccountTokens tokens;
    private final MyAccountAnswers begun;
    private final MyAccountAnswers completed;
    private final Typed typed = new Typed(Auth0ErrorCode.PASSKEY_REQUEST_INVALID);

    public PasskeyEnrollments(MyAccountApi api, MyAccountTokens tokens, StrictJson json) {
        this.api = api;
        this.tokens = tokens;
        this.begun =
                new MyAccountAnswers(json, Auth0ErrorCode.PASSKEY_REFUSED, Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED);
        this.completed = new MyAccountAnswers(
                json, Auth0ErrorCode.PASSKEY_RESPONSE_REFUSED, Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED);
    }

    /** Begins one. */
    public PasskeyEnrollment begin(RequestSession session, @Nullable String connection, @Nullable String identity) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "passkey");
        if (connection != null) {
            typed.connection(connection);
            members.put("connection", connection);
        }
        if (identity != null) {
            typed.require(!identity.isBlank() && identity.length() <= 256, "the identity is blank or too long");
            members.put("identity", identity);
        }
        HttpAnswer answer = api.post(tokens.get(session, SCOPES), PATH, members);
        Map<String, Object> body = begun.object(answer);
        return new PasskeyEnrollment(id(answer), Passkeys.challenge(body));
    }

    private String id(HttpAnswer answer) {
        Matcher segment = LAST_SEGMENT.matcher(answer.header("Location").orElse(""));
        if (!segment.matches()) {
            throw begun.malformed("Location does not name the authentication method");
        }
        return URLDecoder.decode(segment.group(1), StandardCharsets.UTF_8);
    }

    /** Completes one. */
    public void complete(RequestSession session, PasskeyEnrollment enrollment, Map<String, Object> response) {
        typed.authSession(enrollment.challenge().authSession());
        typed.require(!enrollment.id().isBlank() && enrollment.id().length() <= 256, "the id is blank or too long");
        typed.answer(response);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("auth_session", enrollment.challenge().authSession());
        members.put("authn_response", response);
        AccessToken token = tokens.get(session, SCOPES);
        String id = URLEncoder.encode(enrollment.id(), StandardCharsets.UTF_8).replace("+", "%20");
        completed.requireSuccess(api.post(token, PATH + "/" + id + "/verify", members));
    }
}
