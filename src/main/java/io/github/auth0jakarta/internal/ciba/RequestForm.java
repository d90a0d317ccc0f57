package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.BackchannelAuthenticationException;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a request for approval (CIBA Core, 7.1), with its rules checked before anything is sent.
 */
final class RequestForm {
    /** What the protocol, or another member of the request, sets. */
    static final Set<String> PROTOCOL_PARAMETERS = Set.of(
            "scope",
            "audience",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "client_notification_token",
            "binding_message",
            "login_hint",
            "login_hint_token",
            "id_token_hint",
            "user_code",
            "requested_expiry",
            "request_expiry",
            "authorization_details",
            "request",
            "grant_type",
            "auth_req_id");

    /** As Auth0 takes it: what any device can show, and nothing that could be made to look like something else. */
    private static final Pattern BINDING_MESSAGE = Pattern.compile("[A-Za-z0-9+\\-_.,:#]{1,64}");

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_EXPIRY = Duration.ofDays(3);
    private static final int MAX_TEXT = 1024;
    private static final int MAX_DETAILS = 16 * 1024;

    private final RequestDefaults defaults;
    private final StrictJson json;

    RequestForm(RequestDefaults defaults, StrictJson json) {
        this.defaults = defaults;
        this.json = json;
    }

    /** Returns what the tokens will be for. */
    TokenPurpose purpose(BackchannelAuthenticationRequest request) {
        return new TokenPurpose(request.audience().orElse(defaults.audience()), scopes(request));
    }

    /** Without {@code openid} there would be no ID token, and nothing to tell who has approved. */
    private Set<String> scopes(BackchannelAuthenticationRequest request) {
        Set<String> scopes = new LinkedHashSet<>(Set.of("openid"));
        scopes.addAll(request.scopes().isEmpty() ? defaults.scopes() : request.scopes());
        return scopes;
    }

    /**
     * Checks the rules.
     *
     * @throws BackchannelAuthenticationException {@code ciba.request_invalid}
     */
    void check(BackchannelAuthenticationRequest request) {
        require(BINDING_MESSAGE.matcher(request.bindingMessage()).matches(), "the binding message");
        require(isText(request.subject()), "the subject");
        require(request.loginHint().map(RequestForm::isText).orElse(true), "the login hint");
        require(request.audience().map(RequestForm::isText).orElse(true), "the audience");
        require(isScopes(request.scopes()), "the scopes");
        require(request.requestedExpiry().map(RequestForm::isExpiry).orElse(true), "the requested expiry");
        request.parameters()
                .forEach((name, value) -> require(
                        !PROTOCOL_PARAMETERS.contains(name) && isText(name) && isText(value), "a further parameter"));
        details(request);
    }

    /**
     * Returns the parameters.
     *
     * @param issuer as the provider names itself
     */
    FormBody of(BackchannelAuthenticationRequest request, String issuer) {
        FormBody form = new FormBody()
                .add("scope", Scopes.text(scopes(request)))
                .add("audience", purpose(request).audience());
        Map<String, String> further = new TreeMap<>(defaults.parameters());
        further.keySet().removeAll(PROTOCOL_PARAMETERS);
        further.putAll(request.parameters());
        further.forEach(form::add);
        return form.add("binding_message", request.bindingMessage())
                .add("login_hint", request.loginHint().orElseGet(() -> issuerAndSubject(issuer, request.subject())))
                .add(
                        "requested_expiry",
                        request.requestedExpiry()
                                .map(expiry -> Long.toString(expiry.toSeconds()))
                                .orElse(null))
                .add("authorization_details", details(request));
    }

    /** RFC 9493, 3.2.1, as Auth0 wants its hints. */
    private String issuerAndSubject(String issuer, String subject) {
        Map<String, Object> hint = new LinkedHashMap<>();
        hint.put("format", "iss_sub");
        hint.put("iss", issuer);
        hint.put("sub", subject);
        return json.writeObject(hint);
    }

    /** Returns the JSON array, null where there are no details. */
    private @Nullable String details(BackchannelAuthenticationRequest request) {
        List<Map<String, Object>> details = request.authorizationDetails();
        if (details.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder("[");
        for (Map<String, Object> detail : details) {
            require(detail.get("type") instanceof String, "the authorization details");
            text.append(text.length() > 1 ? "," : "").append(written(detail));
        }
        require(text.length() <= MAX_DETAILS, "the authorization details");
        return text.append(']').toString();
    }

    private String written(Map<String, Object> detail) {
        try {
            return json.writeObject(detail);
        } catch (IllegalArgumentException e) {
            throw invalid("the authorization details");
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isScopes(Set<String> scopes) {
        return Scopes.text(scopes).length() <= MAX_TEXT
                && scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches());
    }

    private static boolean isExpiry(Duration expiry) {
        return expiry.compareTo(SECOND) >= 0 && expiry.compareTo(LONGEST_EXPIRY) <= 0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw invalid(what);
        }
    }

    private static BackchannelAuthenticationException invalid(String what) {
        return new BackchannelAuthenticationException(
                Auth0ErrorCode.CIBA_REQUEST_INVALID, what + " is missing, too long or not allowed");
    }
}
