package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import io.github.auth0jakarta.tenant.AuthorizationRequest.ReturnAddress;
import io.github.auth0jakarta.tenant.AuthorizationRequest.Wanted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sends the browser back to the client, with a code or an error, the state and the issuer (RFC 9207). */
final class AuthorizationResponder {

    private final String issuer;
    private final AuthorizationCodes codes;
    private final TenantSettings settings;
    private final Hooks hooks;

    AuthorizationResponder(String issuer, AuthorizationCodes codes, TenantSettings settings, Hooks hooks) {
        this.issuer = issuer;
        this.codes = codes;
        this.settings = settings;
        this.hooks = hooks;
    }

    Response grant(AuthorizationRequest request, SsoSession session, User user) {
        Wanted wanted = request.wanted();
        Set<String> scope = ScopePolicy.granted(wanted.scope(), wanted.api(), user);
        String audience = wanted.api() == null ? null : wanted.api().audience();
        Authorization.Extent extent = new Authorization.Extent(
                audience, scope, request.rules().organization(), wanted.authorizationDetails());
        Authorization authorization = new Authorization(request.client(), session, extent);
        session.clients().add(request.client().id());
        ReturnAddress address = request.returnAddress();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "code",
                codes.issue(new AuthorizationCodes.Grant(authorization, address.redirectUri(), request.binding())));
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
        Map<String, String> sent = hooks.authorizationResponse(parameters);
        return address.formPost()
                ? Pages.formPost(address.redirectUri(), sent)
                : Response.redirect(Redirects.with(address.redirectUri(), sent));
    }
}
