package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LoginService;
import io.github.auth0jakarta.internal.login.LinkedAccounts;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Begins logins for the current request. */
final class CurrentLogins implements LoginService {
    private final @Nullable LoginStart start;

    /**
     * @param start null where there is no login
     */
    CurrentLogins(@Nullable LoginStart start) {
        this.start = start;
    }

    private LoginStart start() {
        if (start == null) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "login is switched off");
        }
        return start;
    }

    private static HttpServletRequest request() {
        return CDI.current().select(HttpServletRequest.class).get();
    }

    @Override
    public URI begin(LoginOptions options) {
        LoginStart active = start();
        HttpServletRequest request = request();
        return active.begin(request, CurrentResponse.of(request), options);
    }

    @Override
    public void redirect(LoginOptions options) {
        URI provider = begin(options);
        HttpServletRequest request = request();
        try {
            Answers.redirect(request, CurrentResponse.of(request), provider.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the browser has gone
        }
    }

    @Override
    public URI beginLink(String connection, String connectionScope, LoginOptions options) {
        LinkedAccounts accounts = new LinkedAccounts(start());
        HttpServletRequest request = request();
        return accounts.link(request, CurrentResponse.of(request), connection, connectionScope, options);
    }

    @Override
    public URI beginUnlink(String connection, LoginOptions options) {
        LinkedAccounts accounts = new LinkedAccounts(start());
        HttpServletRequest request = request();
        return accounts.unlink(request, CurrentResponse.of(request), connection, options);
    }
}
