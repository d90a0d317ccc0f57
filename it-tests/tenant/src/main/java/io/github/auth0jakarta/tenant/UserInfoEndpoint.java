package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code /userinfo}: tells what the access token's scopes allow; the token stands in the Authorization header. */
final class UserInfoEndpoint implements Endpoint {

    static final String PATH = "/userinfo";

    private static final String BEARER = "bearer";
    private static final String DPOP = "dpop";

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

    /** An access token as it was presented. */
    private record Presented(String scheme, String token) {}

    @Override
    public Response handle(Request request) {
        Presented presented = presented(request);
        if (presented.scheme().equals(BEARER)) {
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

    private Response answer(Request request, Presented presented) {
        UserInfoAccess.Granted granted = access.check(presented.token());
        checkBinding(request, presented, granted);
        User user = directory.user(granted.sub());
        if (user == null) {
            throw UserInfoAccess.invalidToken("user is gone");
        }
        if (!granted.scope().contains(ScopePolicy.OPENID)) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, "openid is required");
        }
        return Response.json(200, hooks.userInfo(UserClaims.of(user, granted.scope())));
    }

    /** RFC 9449 section 7: a bound token needs its scheme and its key's proof, and no other token may have them. */
    private void checkBinding(Request request, Presented presented, UserInfoAccess.Granted granted) {
        boolean bound = granted.thumbprint() != null;
        if (bound != presented.scheme().equals(DPOP)) {
            throw UserInfoAccess.invalidToken(bound ? "access token is bound to a key" : "access token is not bound");
        }
        if (bound && !proofs.thumbprint(request, presented.token()).equals(granted.thumbprint())) {
            throw UserInfoAccess.invalidToken("access token is bound to another key");
        }
    }

    private static Presented presented(Request request) {
        List<String> headers = request.headers().getOrDefault("authorization", List.of());
        if (headers.isEmpty()) {
            throw new OAuthException(new ErrorObject("unauthorized", "", 401), "an access token is required");
        }
        String[] parts = headers.get(0).split(" +", 2);
        String scheme = parts[0].toLowerCase(Locale.ROOT);
        boolean known = scheme.equals(BEARER) || scheme.equals(DPOP);
        if (headers.size() > 1 || parts.length != 2 || !known) {
            throw new OAuthException(BearerTokenError.INVALID_REQUEST, "one access token is required");
        }
        return new Presented(scheme, parts[1].strip());
    }

    /** RFC 6750 section 3.1: whoever sent no token at all is told the scheme and no error. */
    @Override
    public Response failure(OAuthException e) {
        String code = e.error().getCode();
        String challenge = code.equals("unauthorized")
                ? "Bearer realm=\"tenant\""
                : "Bearer realm=\"tenant\", error=\"" + code + "\"";
        return Response.error(e).withHeader("WWW-Authenticate", challenge);
    }
}
