package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.ConnectedAccountService;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.connect.ConnectedAccounts;
import io.github.auth0jakarta.internal.login.AccountConnections;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** The connected accounts of the caller of the current request. */
final class CurrentConnectedAccounts implements ConnectedAccountService {
    private final AccountConnections connections;
    private final ConnectedAccounts accounts;

    CurrentConnectedAccounts(AccountConnections connections, ConnectedAccounts accounts) {
        this.connections = connections;
        this.accounts = accounts;
    }

    @Override
    public URI begin(ConnectAccountRequest wanted) {
        HttpServletRequest request = request();
        return connections.begin(request, CurrentResponse.of(request), wanted);
    }

    @Override
    public void redirect(ConnectAccountRequest wanted) {
        URI place = begin(wanted);
        HttpServletRequest request = request();
        try {
            Answers.redirect(request, CurrentResponse.of(request), place.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the browser has gone
        }
    }

    @Override
    public List<ConnectedAccount> list() {
        return accounts.list(session());
    }

    @Override
    public void disconnect(ConnectedAccount account) {
        accounts.disconnect(session(), account);
    }

    @Override
    public List<ConnectedAccount> disconnectAll(String connection) {
        return accounts.disconnectAll(session(), connection);
    }

    private static HttpServletRequest request() {
        return CDI.current().select(HttpServletRequest.class).get();
    }

    /** Returns the session of the current request. */
    static RequestSession session() {
        RequestSession session = RequestSession.of(request());
        if (session == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        return session;
    }
}
