package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.List;
import java.util.Set;

/** {@code /userinfo}: tells what the access token's scopes allow; the token stands in the Authorization header. */
final class UserInfoEndpoint implements Endpoint {

    static final String PATH = "/userinfo";

    private static final String SCHEME = "Bearer ";

    private final UserInfoAccess access;
    private final Directory directory;

    UserInfoEndpoint(UserInfoAccess access, Directory directory) {
        this.access = access;
        this.directory = directory;
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
        UserInfoAccess.Granted granted = access.check(bearerToken(request));
        User user = directory.user(granted.sub());
        if (user == null) {
            throw UserInfoAccess.invalidToken("user is gone");
        }
        if (!granted.scope().contains(ScopePolicy.OPENID)) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, "openid is required");
        }
        return Response.json(200, UserClaims.of(user, granted.scope()));
    }

    private static String bearerToken(Request request) {
        List<String> headers = request.headers().getOrDefault("authorization", List.of());
        if (headers.isEmpty()) {
            throw new OAuthException(new ErrorObject("unauthorized", "", 401), "a bearer token is required");
        }
        String header = headers.get(0);
        if (headers.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new OAuthException(BearerTokenError.INVALID_REQUEST, "one bearer token is required");
        }
        return header.substring(SCHEME.length()).strip();
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
