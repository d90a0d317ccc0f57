package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.LoginOptions;
import java.util.Map;

/**
 * What a request to link an account to another one, or to take it off, has to have whatever else is asked for (Auth0).
 *
 * @param parameters of the authorization request
 */
record LinkParameters(Map<String, String> parameters) {

    /**
     * Returns those for linking an account of this connection.
     *
     * @param idToken whose account it is linked to
     */
    static LinkParameters link(String connection, String connectionScope, String idToken) {
        return new LinkParameters(Map.of(
                "requested_connection",
                named(connection),
                "requested_connection_scope",
                connectionScope,
                "scope",
                "openid link_account offline_access",
                "id_token_hint",
                idToken));
    }

    /**
     * Returns those for taking off the account of this connection.
     *
     * @param idToken whose account it is taken off
     */
    static LinkParameters unlink(String connection, String idToken) {
        return new LinkParameters(Map.of(
                "requested_connection", named(connection), "scope", "openid unlink_account", "id_token_hint", idToken));
    }

    private static String named(String connection) {
        if (connection.isBlank()) {
            throw RequestedLogin.invalid("the connection is blank");
        }
        return connection;
    }

    /** Returns the options with these parameters in place of their own. */
    LoginOptions over(LoginOptions options) {
        LoginOptions linked = options;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            linked = linked.withParameter(parameter.getKey(), parameter.getValue());
        }
        return linked;
    }

    /** Says which parameters there are and none of their values. */
    @Override
    public String toString() {
        return "LinkParameters" + parameters.keySet();
    }
}
