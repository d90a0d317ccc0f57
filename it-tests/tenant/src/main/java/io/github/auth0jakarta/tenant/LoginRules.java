package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.github.auth0jakarta.tenant.AuthorizationRequest.Rules;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from an authorization request what the login has to be like. */
final class LoginRules {

    /** The one {@code acr} that Auth0 knows: a second factor was used. */
    static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final String issuer;
    private final Directory directory;
    private final JwtVerifier verifier;

    LoginRules(String issuer, Directory directory, JwtVerifier verifier) {
        this.issuer = issuer;
        this.directory = directory;
        this.verifier = verifier;
    }

    Rules parse(Parameters parameters) {
        String organization = organization(parameters.find("organization"));
        String invitation = parameters.find("invitation");
        if (invitation != null && organization == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "invitation without organization");
        }
        return new Rules(
                prompt(parameters.find("prompt")),
                maxAge(parameters.find("max_age")),
                ScopePolicy.parse(parameters.find("acr_values")).contains(MULTI_FACTOR),
                hintedSub(parameters.find("id_token_hint"), parameters.find("client_id")),
                organization,
                invitation,
                parameters.find("session_transfer_token"));
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

    private @Nullable String organization(@Nullable String idOrName) {
        if (idOrName == null) {
            return null;
        }
        Organization found = directory.organization(idOrName);
        if (found == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Unknown organization: " + idOrName);
        }
        return found.id();
    }

    /** An expired ID token is as good as a fresh one here; one of another client is not. */
    private @Nullable String hintedSub(@Nullable String idToken, @Nullable String clientId) {
        if (idToken == null) {
            return null;
        }
        Map<String, Object> claims = verifier.verify(idToken);
        if (claims == null
                || !issuer.equals(claims.get("iss"))
                || !Objects.equals(clientId, claims.get("aud"))
                || !(claims.get("sub") instanceof String sub)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "id_token_hint is not an ID token of this client");
        }
        return sub;
    }
}
