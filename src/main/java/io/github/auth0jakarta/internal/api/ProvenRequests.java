package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.dpop.ProvenRequest;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a proof has to be made for, by the configured addresses of the application and never by a header that a client or a
 * proxy sets.
 */
public final class ProvenRequests {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<URI> baseUrls;
    private final ApplicationAddress address;

    /**
     * @param baseUrls where clients reach the application, without trailing slash; empty only on the loopback interface, where
     *     any of its names will do
     */
    public ProvenRequests(List<URI> baseUrls) {
        this.baseUrls = List.copyOf(baseUrls);
        this.address = new ApplicationAddress(baseUrls);
    }

    ProvenRequest of(HttpServletRequest request) {
        return ProvenRequest.of(request.getMethod(), addresses(request));
    }

    /** Returns the one address of the request; empty where none is configured, or the request came to another. */
    Optional<URI> address(HttpServletRequest request) {
        return baseUrls.isEmpty()
                ? Optional.empty()
                : of(request).addresses().stream().findFirst().flatMap(ProvenRequests::uri);
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Set<String> addresses(HttpServletRequest request) {
        if (baseUrls.isEmpty()) {
            return LOOPBACK.stream()
                    .map(host -> "http://" + host + ":" + request.getLocalPort() + request.getRequestURI())
                    .collect(Collectors.toSet());
        }
        // Of several, the one that the request came to; one that it did not come to is no address of it.
        String baseUrl = address.baseUrl(request);
        return baseUrl == null ? Set.of() : Set.of(baseUrl + ApplicationAddress.path(request));
    }
}
