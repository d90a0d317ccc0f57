package io.github.auth0jakarta.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** A request to the application; its address is told by configuration, its headers are the client's. */
record RequestOrigin(HttpServletRequest request, Optional<URI> uri) implements TokenOrigin {

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
