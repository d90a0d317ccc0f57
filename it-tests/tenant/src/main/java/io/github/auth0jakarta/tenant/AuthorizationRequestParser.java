package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import io.github.auth0jakarta.tenant.AuthorizationRequest.Appearance;
import io.github.auth0jakarta.tenant.AuthorizationRequest.Binding;
import io.github.auth0jakarta.tenant.AuthorizationRequest.ReturnAddress;
import io.github.auth0jakarta.tenant.AuthorizationRequest.Wanted;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks authorization requests: first where the answer may go, then everything else. */
final class AuthorizationRequestParser {

    /** SHA-256 in base64url without padding (RFC 7636 section 4.2, RFC 7638). */
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final String FORM_POST = "form_post";
    private static final Set<String> RESPONSE_MODES = Set.of("query", FORM_POST);

    private final Directory directory;
    private final LoginRules rules;

    AuthorizationRequestParser(Directory directory, LoginRules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** Finds out where the answer goes; while that is open nobody is redirected (RFC 6749 section 4.1.2.1). */
    ReturnAddress returnAddress(Parameters parameters) {
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
        boolean formPost = FORM_POST.equals(parameters.find("response_mode"));
        return new ReturnAddress(client, redirectUri, parameters.find("state"), formPost);
    }

    /**
     * Checks the rest.
     *
     * @param provenThumbprint of the key that the client has proved to have (RFC 9449 section 10.1), or null
     */
    AuthorizationRequest parse(ReturnAddress returnAddress, Parameters parameters, @Nullable String provenThumbprint) {
        return parse(returnAddress, parameters, provenThumbprint, challenge(parameters));
    }

    /** Checks the rest of a request that a link in a mail begins: no challenge belongs to it, because its code may come to another browser than asked for it. */
    AuthorizationRequest parseForLink(ReturnAddress returnAddress, Parameters parameters) {
        if (parameters.contains("code_challenge") || parameters.contains("code_challenge_method")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "a link has no code_challenge");
        }
        return parse(returnAddress, parameters, null, null);
    }

    private AuthorizationRequest parse(
            ReturnAddress returnAddress,
            Parameters parameters,
            @Nullable String provenThumbprint,
            @Nullable CodeChallenge challenge) {
        parameters.refuseRepeated();
        refuseUnsupported(parameters);
        Set<String> scope = ScopePolicy.parse(parameters.find("scope"));
        if (!scope.contains(ScopePolicy.OPENID)) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "scope has no openid");
        }
        Wanted wanted = new Wanted(
                scope,
                api(parameters.find("audience")),
                AuthorizationDetails.parse(parameters.find(AuthorizationDetails.NAME)),
                AccountChange.parse(scope, parameters));
        String thumbprint = thumbprint(parameters.find("dpop_jkt"), provenThumbprint);
        Binding binding = new Binding(challenge, parameters.find("nonce"), thumbprint);
        boolean signUp = "signup".equals(parameters.find("screen_hint"));
        Appearance appearance = new Appearance(parameters.find("login_hint"), signUp);
        return new AuthorizationRequest(returnAddress, wanted, binding, rules.parse(parameters), appearance);
    }

    private static void refuseUnsupported(Parameters parameters) {
        if (!parameters.require("response_type").equals("code")) {
            throw new OAuthException(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "only code is supported");
        }
        String mode = parameters.find("response_mode");
        if (mode != null && !RESPONSE_MODES.contains(mode)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unsupported response_mode");
        }
        if (parameters.contains("request")) {
            throw new OAuthException(OAuth2Error.REQUEST_NOT_SUPPORTED, "request objects are not supported");
        }
        if (parameters.contains("request_uri")) {
            throw new OAuthException(OAuth2Error.REQUEST_URI_NOT_SUPPORTED, "only pushed requests have a URI here");
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

    private static @Nullable String thumbprint(@Nullable String announced, @Nullable String proven) {
        if (announced != null && !SHA_256.matcher(announced).matches()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "dpop_jkt is not a SHA-256 thumbprint");
        }
        if (announced != null && proven != null && !announced.equals(proven)) {
            throw new OAuthException(OAuth2Error.INVALID_DPOP_PROOF, "dpop_jkt is not that of the proof");
        }
        return announced == null ? proven : announced;
    }

    private static CodeChallenge challenge(Parameters parameters) {
        String challenge = parameters.require("code_challenge");
        String method = parameters.find("code_challenge_method");
        boolean valid = Objects.equals(method, CodeChallengeMethod.S256.getValue())
                && SHA_256.matcher(challenge).matches();
        if (!valid) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "PKCE with S256 is required");
        }
        try {
            return CodeChallenge.parse(challenge);
        } catch (ParseException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "malformed code_challenge");
        }
    }
}
