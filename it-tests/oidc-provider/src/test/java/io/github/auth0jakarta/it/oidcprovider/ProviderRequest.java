package io.github.auth0jakarta.it.oidcprovider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.List;

/** A request that the provider has answered at an endpoint, in the provider's own words ({@code requests.mjs}). */
record ProviderRequest(JsonObject noted) {

    static final String PUSHED = "pushed_authorization_request";
    static final String BACKCHANNEL = "backchannel_authentication";
    static final String TOKEN = "token";
    static final String USER_INFO = "userinfo";
    static final String REVOCATION = "revocation";
    static final String END_SESSION = "end_session";

    private static final HttpBrowser PROGRAM = new HttpBrowser();

    /** Forgets the requests of earlier tests. */
    static void forgetAll() {
        PROGRAM.request("DELETE", RequestKind.PROGRAM, address());
    }

    /** Returns the requests since then, oldest first. */
    static List<ProviderRequest> all() {
        return PROGRAM.get(RequestKind.PROGRAM, address()).json().getJsonArray("requests").stream()
                .map(each -> new ProviderRequest(each.asJsonObject()))
                .toList();
    }

    /** Returns those to one endpoint. */
    static List<ProviderRequest> to(String endpoint) {
        return all().stream()
                .filter(request -> request.endpoint().equals(endpoint))
                .toList();
    }

    private static String address() {
        return SharedOidcProvider.server().issuer() + "/requests";
    }

    /** Returns which endpoint it was. */
    String endpoint() {
        return noted.getString("endpoint");
    }

    /** Returns with which status the provider answered. */
    int status() {
        return noted.getInt("status");
    }

    /** Returns the scheme of the {@code Authorization} header, empty where there is none. */
    String scheme() {
        return noted.getString("scheme");
    }

    /** Returns a parameter of the query or the form, empty where there is none. */
    String parameter(String name) {
        return noted.getJsonObject("parameters").getString(name, "");
    }

    /** Returns whether the query or the form has a parameter. */
    boolean has(String name) {
        return noted.getJsonObject("parameters").containsKey(name);
    }

    /** Returns whether there is a {@code DPoP} header. */
    boolean hasProof() {
        return !noted.getString("proof").isEmpty();
    }

    /** Returns the {@code DPoP} header. */
    SignedJWT proof() {
        return parsed(noted.getString("proof"));
    }

    /** Returns the thumbprint of the key that the {@code DPoP} header proves. */
    String thumbprint() {
        try {
            return proof().getHeader().getJWK().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the {@code DPoP} header claims. */
    JWTClaimsSet proofClaims() {
        return claims(proof());
    }

    /** Returns the client's assertion. */
    SignedJWT assertion() {
        return parsed(parameter("client_assertion"));
    }

    /** Returns what the client asserts. */
    JWTClaimsSet assertionClaims() {
        return claims(assertion());
    }

    /** Returns a JWT, unverified. */
    static SignedJWT parsed(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new IllegalStateException("not a JWT: " + token, e);
        }
    }

    /** Returns what a JWT claims, unverified. */
    static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("not a JWT: " + token.serialize(), e);
        }
    }
}
