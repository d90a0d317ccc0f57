package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.ciba.BackchannelAuthentications;
import io.github.auth0jakarta.internal.ciba.BackchannelAuthentications.Receiver;
import io.github.auth0jakarta.internal.login.DirectLogin;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Requests for approval of whoever sent the current request. */
final class CurrentBackchannelAuthentications implements BackchannelAuthenticationService {
    private final BackchannelAuthentications authentications;
    private final CurrentRequestOwner owner;
    private final @Nullable DirectLogin login;

    /**
     * @param login null where there is none
     */
    CurrentBackchannelAuthentications(
            BackchannelAuthentications authentications, CurrentRequestOwner owner, @Nullable DirectLogin login) {
        this.authentications = authentications;
        this.owner = owner;
        this.login = login;
    }

    @Override
    public BackchannelAuthentication start(BackchannelAuthenticationRequest request) {
        return authentications.start(request, owner.begin());
    }

    @Override
    public BackchannelAuthenticationResult poll(String id) {
        return authentications.poll(id, owner.find(), Receiver.NONE);
    }

    @Override
    public BackchannelAuthenticationResult login(String id) {
        DirectLogin active = login;
        if (active == null) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "login is switched off");
        }
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        HttpServletResponse response = CurrentResponse.of(request);
        // Before the tokens are asked for, because they come only once.
        if (response.isCommitted()) {
            throw new LoginException(Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun already");
        }
        return authentications.poll(
                id, owner.find(), (tokens, purpose) -> active.begin(tokens, purpose, null, request, response));
    }

    @Override
    public CompletionStage<TokenSet> await(String id) {
        return authentications.await(id, owner.find());
    }
}
