package io.github.auth0jakarta;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which account is to be connected, and for what; immutable, each method returns another request.
 *
 * <p>Values are checked when the request is made use of: {@code connect.request_invalid}.
 */
public final class ConnectAccountRequest {
    private final String connection;
    private final Set<String> scopes;
    private final Map<String, String> parameters;
    private final Map<String, String> appState;
    private final @Nullable String returnTo;

    private ConnectAccountRequest(
            String connection,
            Set<String> scopes,
            Map<String, String> parameters,
            Map<String, String> appState,
            @Nullable String returnTo) {
        this.connection = connection;
        this.scopes = Set.copyOf(scopes);
        this.parameters = Map.copyOf(parameters);
        this.appState = Map.copyOf(appState);
        this.returnTo = returnTo;
    }

    /** Returns a request for an account of this connection of the tenant, such as {@code google-oauth2}. */
    public static ConnectAccountRequest of(String connection) {
        return new ConnectAccountRequest(connection, Set.of(), Map.of(), Map.of(), null);
    }

    /** Returns a request for these scopes at the connection's own provider. */
    public ConnectAccountRequest withScopes(Set<String> wanted) {
        return new ConnectAccountRequest(connection, wanted, parameters, appState, returnTo);
    }

    /** Returns a request that gives the connection's own provider a further parameter, such as {@code login_hint}. */
    public ConnectAccountRequest withParameter(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new ConnectAccountRequest(connection, scopes, more, appState, returnTo);
    }

    /** Returns a request by which the browser comes to this place afterwards; an unsafe one stands for the default. */
    public ConnectAccountRequest withReturnTo(String place) {
        return new ConnectAccountRequest(connection, scopes, parameters, appState, place);
    }

    /**
     * Returns a request that carries what the application wants to know again afterwards; at most
     * {@value LoginOptions#MAX_APP_STATE} characters.
     */
    public ConnectAccountRequest withAppState(Map<String, String> state) {
        return new ConnectAccountRequest(connection, scopes, parameters, state, returnTo);
    }

    /** Returns the connection. */
    public String connection() {
        return connection;
    }

    /** Returns the scopes; empty for what the connection is configured with. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the further parameters. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Returns what the application wants to know again. */
    public Map<String, String> appState() {
        return appState;
    }

    /** Returns the place to come to afterwards; empty for the default. */
    public Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    @Override
    public String toString() {
        return "ConnectAccountRequest[connection=" + connection + ", scopes=" + scopes + "]";
    }
}
