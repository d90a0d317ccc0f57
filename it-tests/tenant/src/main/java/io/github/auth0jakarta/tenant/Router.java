package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a path, applies the faults that are switched on, and turns what is refused into an answer. */
final class Router {

    private final Map<String, Endpoint> endpoints;
    private final Faults faults;

    Router(List<Endpoint> endpoints, Faults faults) {
        this.endpoints = endpoints.stream().collect(Collectors.toUnmodifiableMap(Endpoint::path, Function.identity()));
        this.faults = faults;
    }

    Response route(Request request) {
        return faults.apply(request.path(), () -> answer(request));
    }

    private Response answer(Request request) {
        Endpoint endpoint = find(request.path());
        if (endpoint == null) {
            return Response.of(404, "text/plain", "Not Found");
        }
        if (!endpoint.methods().contains(request.method())) {
            return Response.of(405, "text/plain", "Method Not Allowed")
                    .withHeader("Allow", String.join(", ", new TreeSet<>(endpoint.methods())));
        }
        try {
            return endpoint.handle(request);
        } catch (OAuthException e) {
            return endpoint.failure(e);
        }
    }

    private @Nullable Endpoint find(String path) {
        String ancestor = path;
        Endpoint found = endpoints.get(ancestor);
        int levels = 0;
        while (found == null && ancestor.startsWith("/")) {
            ancestor = ancestor.substring(0, ancestor.lastIndexOf('/'));
            found = endpoints.get(ancestor);
            levels++;
        }
        return found != null && levels <= found.levelsBelow() ? found : null;
    }

    /** The answer to a request that could not even be read. */
    Response malformed(String path, OAuthException e) {
        Endpoint endpoint = find(path);
        return endpoint == null ? Response.error(e) : endpoint.failure(e);
    }

    static OAuthException tooLarge() {
        return new OAuthException(OAuth2Error.INVALID_REQUEST.setHTTPStatusCode(413), "body is too large");
    }
}
