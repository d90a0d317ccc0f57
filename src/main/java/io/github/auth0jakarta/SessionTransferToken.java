package io.github.auth0jakarta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token with which a browser begins a session at another application, once and within a minute or so (Auth0).
 *
 * @param value the token itself
 * @param organization within which the session is to be; empty for none in particular
 * @param expiresAt when it ends
 */
public record SessionTransferToken(String value, Optional<String> organization, Instant expiresAt) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PARAMETER = "session_transfer_token";

    /**
     * Returns where to send the browser: the login address of the other application, with the token in its query.
     *
     * <p>A token in an address is Auth0's design of this, and the only one in the library: it stands in the browser's history
     * and in the other application's log. What limits the harm is that the token works once, for a minute, and where
     * Auth0 is told to, from the same address only. The address must be the application's own choice, never a visitor's.
     *
     * @param login https, or http on the loopback interface; no fragment
     * @throws TokenExchangeException {@code session_transfer.target_refused} for any other address
     */
    public URI redirectTo(URI login) {
        if (!isAllowed(login)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.SESSION_TRANSFER_TARGET_REFUSED,
                    "the target is not an https address, or http on loopback, without user, fragment and the parameters"
                            + " that are added");
        }
        StringBuilder address = new StringBuilder(login.toString());
        address.append(login.getRawQuery() == null ? '?' : '&');
        append(address, PARAMETER, value);
        organization.ifPresent(name -> append(address.append('&'), "organization", name));
        return URI.create(address.toString());
    }

    private static boolean isAllowed(URI login) {
        boolean loopback = login.getHost() != null && LOOPBACK.contains(login.getHost());
        return login.getHost() != null
                && ("https".equalsIgnoreCase(login.getScheme())
                        || ("http".equalsIgnoreCase(login.getScheme()) && loopback))
                && login.getRawUserInfo() == null
                && login.getRawFragment() == null
                && (login.getQuery() == null
                        || !("&" + login.getQuery()).matches("(?s).*&(session_transfer_token|organization)(=.*|&.*|)"));
    }

    private static void append(StringBuilder address, String name, String text) {
        address.append(name).append('=').append(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "SessionTransferToken[expiresAt=" + expiresAt + "]";
    }
}
