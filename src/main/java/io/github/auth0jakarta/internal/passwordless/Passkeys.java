package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyRegistration;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Passkeys at the authentication API: challenges, and the tokens for what passkeys answer. */
public final class Passkeys {
    private static final String GRANT = "urn:okta:params:oauth:grant-type:webauthn";
    private static final Set<String> PROFILE =
            Set.of("email", "name", "phone_number", "username", "given_name", "family_name", "nickname", "picture");

    private final AuthenticationApi api;
    private final TokenEndpoint tokenEndpoint;
    private final Typed typed = new Typed(Auth0ErrorCode.PASSKEY_REQUEST_INVALID);

    public Passkeys(AuthenticationApi api, TokenEndpoint tokenEndpoint) {
        this.api = api;
        this.tokenEndpoint = tokenEndpoint;
    }

    /** Returns a challenge by which a new user is signed up. */
    public PasskeyChallenge registrationChallenge(PasskeyRegistration registration) {
        typed.profile(registration.profile(), PROFILE);
        typed.metadata(registration.userMetadata());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("user_profile", new TreeMap<>(registration.profile()));
        putRealm(
                members,
                registration.connection().orElse(null),
                registration.organization().orElse(null));
        if (!registration.userMetadata().isEmpty()) {
            members.put("user_metadata", new TreeMap<>(registration.userMetadata()));
        }
        return ask("passkey/register", members);
    }

    /** Returns a challenge for somebody who has a passkey. */
    public PasskeyChallenge loginChallenge(@Nullable String connection, @Nullable String organization) {
        Map<String, Object> members = new LinkedHashMap<>();
        putRealm(members, connection, organization);
        return ask("passkey/challenge", members);
    }

    private PasskeyChallenge ask(String path, Map<String, Object> members) {
        return challenge(
                api.ask(path, members, Auth0ErrorCode.PASSKEY_REFUSED, Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED));
    }

    /** Reads the challenge of an answer. */
    static PasskeyChallenge challenge(Map<String, Object> answer) {
        if (answer.get("auth_session") instanceof String authSession
                && !authSession.isEmpty()
                && answer.get("authn_params_public_key") instanceof Map<?, ?> object) {
            @SuppressWarnings("unchecked") // every object that StrictJson reads has this type
            Map<String, Object> options = (Map<String, Object>) object;
            return new PasskeyChallenge(authSession, options);
        }
        throw new AuthorizationServerException(
                Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED,
                "auth_session or authn_params_public_key is missing",
                200,
                null);
    }

    /**
     * Returns the tokens for what a passkey answered. The request is a JSON object, because the answer has to be one in it.
     *
     * @param purpose what they are for, which the answer's own audience and scopes need not say
     */
    public TokenResponse tokens(PasskeyResponse response, TokenPurpose purpose) {
        typed.authSession(response.authSession());
        typed.answer(response.response());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("grant_type", GRANT);
        members.put("auth_session", response.authSession());
        members.put("authn_response", response.response());
        putRealm(
                members,
                response.connection().orElse(null),
                response.organization().orElse(null));
        if (purpose.audience() != null) {
            members.put("audience", purpose.audience());
        }
        if (purpose.scopeText() != null) {
            members.put("scope", purpose.scopeText());
        }
        return AuthenticationApi.grantRefusedAs(
                Auth0ErrorCode.PASSKEY_RESPONSE_REFUSED, () -> tokenEndpoint.grant(members, purpose));
    }

    private void putRealm(Map<String, Object> members, @Nullable String connection, @Nullable String organization) {
        if (connection != null) {
            typed.connection(connection);
            members.put("realm", connection);
        }
        if (organization != null) {
            typed.organization(organization);
            members.put("organization", organization);
        }
    }
}
