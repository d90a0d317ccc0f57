package io.github.auth0jakarta.client;

import io.github.auth0jakarta.AccessToken;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What the filters have in common: they add a token to a request that may carry one, and send it once more where its server wants
 * a nonce.
 */
abstract class AccessTokenFilter implements ClientRequestFilter, ClientResponseFilter {
    /** The property of a request that holds the token that a filter of ours has added. */
    private static final String TOKEN = AccessTokenFilter.class.getName() + ".token";

    /** Jersey follows redirects, and the headers of the request go with it. Others do not know this property, and need not. */
    private static final String JERSEY_REDIRECTS = "jersey.config.client.followRedirects";

    /** Only this package can extend it, so that a filter has one of the two ways to a token. */
    AccessTokenFilter() {}

    /** Returns the token for a request. */
    abstract AccessToken token(OutgoingTokens tokens);

    @Override
    public final void filter(ClientRequestContext request) {
        if (request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            return;
        }
        OutgoingTokens tokens = tokens();
        if (!tokens.isAllowed(request.getUri())) {
            return;
        }
        AccessToken token = token(tokens);
        Map<String, String> headers = tokens.headers(token, request.getMethod(), request.getUri());
        headers.forEach(request.getHeaders()::putSingle);
        request.setProperty(JERSEY_REDIRECTS, false);
        request.setProperty(TOKEN, token);
    }

    @Override
    public final void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        // A request that is sent once more has none, because it comes with its Authorization header.
        if (request.getProperty(TOKEN) instanceof AccessToken token) {
            request.removeProperty(TOKEN);
            Optional<Map<String, String>> headers = tokens().headersAfter(
                            response.getStatus(), response.getHeaders(), token, request.getMethod(), request.getUri());
            if (headers.isPresent() && RepeatedRequest.isPossible(request)) {
                RepeatedRequest.send(request, headers.get(), response);
            }
        }
    }

    private static OutgoingTokens tokens() {
        return CDI.current().select(OutgoingTokens.class).get();
    }
}
