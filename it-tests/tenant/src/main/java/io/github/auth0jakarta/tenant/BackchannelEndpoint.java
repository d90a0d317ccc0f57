package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /bc-authorize} (CIBA Core section 7): takes requests for a user's approval, with Auth0's kind of login hint. */
final class BackchannelEndpoint extends FormPost {

    static final String PATH = "/bc-authorize";

    private static final ErrorObject UNKNOWN_USER = new ErrorObject("unknown_user_id", null, 400);
    private static final ErrorObject BAD_MESSAGE = new ErrorObject("invalid_binding_message", null, 400);
    private static final Pattern MESSAGE = Pattern.compile("[A-Za-z0-9+\\-_.,:#]{1,64}");
    private static final Pattern EXPIRY = Pattern.compile("[1-9]\\d{0,2}");
    private static final Duration USUAL_EXPIRY = Duration.ofMinutes(5);

    private final String issuer;
    private final Directory directory;
    private final Approvals approvals;

    BackchannelEndpoint(
            ClientAuthenticator authenticator,
            DpopProofs proofs,
            String issuer,
            Directory directory,
            Approvals approvals) {
        super(authenticator, proofs);
        this.issuer = issuer;
        this.directory = directory;
        this.approvals = approvals;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    Response handle(Client client, Request request) {
        Parameters form = request.form();
        if (!client.id().equals(form.require("client_id"))) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "client_id is of another client");
        }
        if (!MESSAGE.matcher(form.require("binding_message")).matches()) {
            throw new OAuthException(BAD_MESSAGE, "binding_message is too long or has other characters");
        }
        User user = user(form.require("login_hint"));
        Duration lifetime = lifetime(form.find("requested_expiry"));
        Approvals.Asked asked =
                new Approvals.Asked(client.id(), user, extent(form, user), form.require("binding_message"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("auth_req_id", approvals.add(asked, lifetime));
        answer.put("expires_in", lifetime.toSeconds());
        answer.put("interval", approvals.interval().toSeconds());
        return Response.json(200, answer);
    }

    private Authorization.Extent extent(Parameters form, User user) {
        Set<String> scope = ScopePolicy.parse(form.require("scope"));
        if (!scope.contains(ScopePolicy.OPENID)) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "scope has to contain openid");
        }
        String audience = form.find("audience");
        Api api = directory.api(audience);
        if (audience != null && api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        return new Authorization.Extent(
                audience,
                ScopePolicy.granted(scope, api, user),
                null,
                AuthorizationDetails.parse(form.find(AuthorizationDetails.NAME)));
    }

    private User user(String loginHint) {
        Map<String, Object> hint;
        try {
            hint = JSONObjectUtils.parse(loginHint);
        } catch (ParseException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "login_hint is no JSON object");
        }
        if (!"iss_sub".equals(hint.get("format")) || !issuer.equals(hint.get("iss")) || hint.size() != 3) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "login_hint is no iss_sub of this issuer");
        }
        User user = directory.user(String.valueOf(hint.get("sub")));
        if (user == null) {
            throw new OAuthException(UNKNOWN_USER, "no such user");
        }
        return user;
    }

    private static Duration lifetime(@Nullable String requestedExpiry) {
        if (requestedExpiry == null) {
            return USUAL_EXPIRY;
        }
        if (!EXPIRY.matcher(requestedExpiry).matches()
                || Integer.parseInt(requestedExpiry) > USUAL_EXPIRY.toSeconds()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "requested_expiry is not 1 to 300");
        }
        return Duration.ofSeconds(Integer.parseInt(requestedExpiry));
    }
}
