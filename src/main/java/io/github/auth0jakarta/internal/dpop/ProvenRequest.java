package io.github.auth0jakarta.internal.dpop;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The request that a proof has to be made for.
 *
 * @param method in its own case
 * @param addresses the normalised addresses that mean this request, usually one
 */
public record ProvenRequest(String method, Set<String> addresses) {

    /** Returns the request with these addresses, of which those that are none do not count. */
    public static ProvenRequest of(String method, Set<String> addresses) {
        return new ProvenRequest(
                method,
                addresses.stream()
                        .flatMap(address -> TargetUri.ofRequest(address).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns whether a {@code htm} is the method (RFC 9449, 4.3, 8). */
    boolean isMethod(String htm) {
        return method.equals(htm);
    }

    /** Returns whether a {@code htu} is the address (RFC 9449, 4.3, 9). */
    boolean isAddress(String htu) {
        // The usual client sends the text that we would make of it; no need to look closer.
        return addresses.contains(htu)
                || TargetUri.of(htu).filter(addresses::contains).isPresent();
    }
}
