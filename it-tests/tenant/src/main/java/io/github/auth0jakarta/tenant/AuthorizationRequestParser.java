package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks authorization requests: first where the answer may go, then everything else. */
final class AuthorizationRequestParser {

    /** SHA-256 in base64url without padding (RFC 7636 section 4.2). */
    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Directory directory;

    AuthorizationRequestParser(Directory directory) {
        this.directory = directory;
    }

    /** Finds out where the answer goes; while that is open nobody is redirected (RFC 6749 section 4.1.2.1). */
    AuthorizationRequest.ReturnAddress returnAddress(Parameters parameters) {
        String clientId = parameters.require("client_id");
        Client client = directory.client(clientId);
        if (client == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "Unknown client: " + clientId);
        }
        String redirectUri = parameters.require("redirect_uri");
        if (!client.callbackUrls().contains(redirectUri)) {
            throw new OAuthException(
                    OAuth2Error.UNAUTHORIZED_CLIENT.setHTTPStatusCode(403),
                    "Callback URL mismatch. " + redirectUri + " is not in the list of allowed callback URLs");
        }
        return new AuthorizationRequest.ReturnAddress(client, redirectUri, parameters.find("state"));
    }

    AuthorizationRequest parse(AuthorizationRequest.ReturnAddress returnAddress, Parameters parameters) {
        parameters.refuseRepeated();
        refuseUnsupported(parameters);
        Set<String> scope = ScopePolicy.parse(parameters.find("scope"));
        if (!scope.contains(ScopePolicy.OPENID)) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "scope has no openid");
        }
        return new AuthorizationRequest(
                returnAddress,
                scope,
                api(parameters.find("audience")),
                challenge(parameters),
                parameters.find("nonce"),
                prompt(parameters.find("prompt")),
                maxAge(parameters.find("max_age")),
                parameters.find("login_hint"));
    }

    private static void refuseUnsupported(Parameters parameters) {
        if (!parameters.require("response_type").equals("code")) {
            throw new OAuthException(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "only code is supported");
        }
        String mode = parameters.find("response_mode");
        if (mode != null && !mode.equals("query")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "only response_mode query is supported");
        }
        if (parameters.contains("request")) {
            throw new OAuthException(OAuth2Error.REQUEST_NOT_SUPPORTED, "request objects are not supported");
        }
        if (parameters.contains("request_uri")) {
            throw new OAuthException(OAuth2Error.REQUEST_URI_NOT_SUPPORTED, "request URIs are not supported");
        }
        if (parameters.contains("registration")) {
            throw new OAuthException(OIDCError.REGISTRATION_NOT_SUPPORTED, "registration is not supported");
        }
    }

    private @Nullable Api api(@Nullable String audience) {
        Api api = directory.api(audience);
        if (audience != null && api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        return api;
    }

    private static CodeChallenge challenge(Parameters parameters) {
        String challenge = parameters.require("code_challenge");
        String method = parameters.find("code_challenge_method");
        boolean valid = Objects.equals(method, CodeChallengeMethod.S256.getValue())
                && S256_CHALLENGE.matcher(challenge).matches();
        if (!valid) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "PKCE with S256 is required");
        }
        try {
            return CodeChallenge.parse(challenge);
        } catch (ParseException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "malformed code_challenge");
        }
    }

    private static Prompt prompt(@Nullable String text) {
        if (text == null) {
            return new Prompt();
        }
        try {
            return Prompt.parse(text);
        } catch (ParseException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unknown or contradictory prompt");
        }
    }

    private static @Nullable Duration maxAge(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!SECONDS.matcher(text).matches()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "max_age is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
