package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.http.FormBody;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Makes the addresses at which a browser ends the provider's session: of RP-Initiated Logout 1.0, 2, and Auth0's own from
 * before there was that.
 */
public final class LogoutAddress {
    private final String issuer;
    private final String clientId;

    public LogoutAddress(String issuer, String clientId) {
        this.issuer = issuer;
        this.clientId = clientId;
    }

    /**
     * What one logout is about.
     *
     * @param returnTo where the browser goes afterwards, as it is registered
     * @param state what it has with it then, null for nothing
     * @param idTokenHint the ID token of the session, null where it is not shown
     * @param logoutHint the provider's id of the session, null where it is not known
     * @param federated whether the session at the upstream identity provider ends too
     */
    public record Wish(
            String returnTo,
            @Nullable String state,
            @Nullable String idTokenHint,
            @Nullable String logoutHint,
            boolean federated) {

        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Wish[federated=" + federated + "]";
        }
    }

    /** Returns the address at the provider's {@code end_session_endpoint}. */
    public String rpInitiated(URI endpoint, Wish wish) {
        FormBody parameters = new FormBody()
                .add("client_id", clientId)
                .add("post_logout_redirect_uri", wish.returnTo())
                .add("state", wish.state())
                .add("id_token_hint", wish.idTokenHint())
                .add("logout_hint", wish.logoutHint());
        return address(endpoint.toString(), parameters, wish.federated());
    }

    /** Returns Auth0's address, which takes no hint and no state; that of {@code returnTo} comes back, and is not compared. */
    public String v2(Wish wish) {
        String returnTo = wish.returnTo();
        if (wish.state() != null) {
            returnTo = with(returnTo, new FormBody().add("state", wish.state()));
        }
        return address(
                URI.create(issuer).resolve("/v2/logout").toString(),
                new FormBody().add("client_id", clientId).add("returnTo", returnTo),
                wish.federated());
    }

    private static String address(String endpoint, FormBody parameters, boolean federated) {
        if (federated) {
            parameters.add("federated", "");
        }
        return with(endpoint, parameters);
    }

    private static String with(String address, FormBody query) {
        return address + (address.contains("?") ? "&" : "?") + query.encoded();
    }
}
