package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import io.github.auth0jakarta.tenant.AuthorizationRequest.ReturnAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sends the browser back to the client, with a code or an error, the state and the issuer (RFC 9207). */
final class AuthorizationResponder {

    private final String issuer;
    private final AuthorizationCodes codes;
    private final TenantSettings settings;

    AuthorizationResponder(String issuer, AuthorizationCodes codes, TenantSettings settings) {
        this.issuer = issuer;
        this.codes = codes;
        this.settings = settings;
    }

    Response grant(AuthorizationRequest request, SsoSession session, User user) {
        Set<String> scope = ScopePolicy.granted(request.scope(), request.api(), user);
        ReturnAddress address = request.returnAddress();
        String audience = request.api() == null ? null : request.api().audience();
        Authorization authorization = new Authorization(address.client(), session, audience, scope);
        String code = codes.issue(new AuthorizationCodes.Grant(
                authorization, address.redirectUri(), request.challenge(), request.nonce()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        return respond(address, parameters);
    }

    Response refuse(ReturnAddress address, ErrorObject error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getCode());
        parameters.put("error_description", error.getDescription());
        return respond(address, parameters);
    }

    private Response respond(ReturnAddress address, Map<String, String> parameters) {
        if (address.state() != null) {
            parameters.put("state", address.state());
        }
        if (settings.issuerInResponse()) {
            parameters.put("iss", issuer);
        }
        return Response.redirect(Redirects.with(address.redirectUri(), parameters));
    }
}
