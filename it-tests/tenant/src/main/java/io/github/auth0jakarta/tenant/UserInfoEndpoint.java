package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.Set;

/** {@code /userinfo}: tells what the access token's scopes allow; the token stands in the Authorization header. */
final class UserInfoEndpoint implements Endpoint {

    static final String PATH = "/userinfo";

    private final UserInfoAccess access;
    private final DpopProofs proofs;
    private final Directory directory;
    private final Hooks hooks;

    UserInfoEndpoint(UserInfoAccess access, DpopProofs proofs, Directory directory, Hooks hooks) {
        this.access = access;
        this.proofs = proofs;
        this.directory = directory;
        this.hooks = hooks;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public Response handle(Request request) {
        PresentedToken presented = PresentedToken.of(request);
        if (presented.isBearer()) {
            return answer(request, presented);
        }
        try {
            return proofs.offerNonce(answer(request, presented));
        } catch (OAuthException e) {
            String code = e.error().getCode();
            ErrorObject error = e.error().setHTTPStatusCode(code.equals("insufficient_scope") ? 403 : 401);
            Response refusal =
                    Response.error(new OAuthException(error, e.error().getDescription()));
            return proofs.offerNonce(refusal)
                    .withHeader(
                            "WWW-Authenticate",
                            "DPoP error=\"" + code + "\", algs=\"" + DpopProofs.ALGORITHM.getName() + "\"");
        }
    }

    private Response answer(Request request, PresentedToken presented) {
        UserInfoAccess.Granted granted = access.check(presented.token());
        presented.checkBinding(request, proofs, granted.thumbprint());
        User user = directory.user(granted.sub());
        if (user == null) {
            throw PresentedToken.invalid("user is gone");
        }
        if (!granted.scope().contains(ScopePolicy.OPENID)) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, "openid is required");
        }
        return Response.json(200, hooks.userInfo(UserClaims.of(user, granted.scope())));
    }

    /** RFC 6750 section 3.1: whoever sent no token at all is told the scheme and no error. */
    @Override
    public Response failure(OAuthException e) {
        String code = e.error().getCode();
        String challenge = code.equals(PresentedToken.MISSING)
                ? "Bearer realm=\"tenant\""
                : "Bearer realm=\"tenant\", error=\"" + code + "\"";
        return Response.error(e).withHeader("WWW-Authenticate", challenge);
    }
}
