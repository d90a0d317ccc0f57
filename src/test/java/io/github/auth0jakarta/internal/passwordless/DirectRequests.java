package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.internal.connect.AccountSession;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.util.List;

/** A client of Auth0's authentication API, at a provider that takes everything. */
final class DirectRequests implements AutoCloseable {
    static final String CHALLENGE = "{\"auth_session\":\"as\",\"authn_params_public_key\":{\"challenge\":\"c\"}}";

    final AccountSession caller = new AccountSession();
    final Passwordless passwordless;
    final Passkeys passkeys;
    final DatabaseConnections databaseConnections;
    final PasskeyEnrollments enrollments;

    DirectRequests() {
        JsonAnswers answers = new JsonAnswers(new StrictJson());
        ClientRequests client = provider().client();
        AuthenticationApi api = new AuthenticationApi(provider().issuer(), client, answers);
        TokenEndpoint tokens = new TokenEndpoint(client, answers);
        passwordless = new Passwordless(api, tokens);
        passkeys = new Passkeys(api, tokens);
        databaseConnections = new DatabaseConnections(api, answers);
        enrollments = new PasskeyEnrollments(caller.api, caller.tokens, new StrictJson());
        provider().on("/passwordless/start", Reply.json("{}"));
        provider().on("/otp/challenge", Reply.json("{\"auth_session\":\"as\"}"));
        provider().on("/dbconnections/signup", Reply.json("{\"_id\":\"u1\"}"));
        provider().on("/dbconnections/change_password", new Reply(200, "text/html", "We've just sent you an email"));
        provider().on("/passkey/register", Reply.json(CHALLENGE));
        provider().on("/passkey/challenge", Reply.json(CHALLENGE));
        provider()
                .on(
                        "/me/v1/authentication-methods",
                        new Reply(201, "application/json", CHALLENGE)
                                .header("Location", provider().at("/me/v1/authentication-methods/passkey%7C1")));
        provider().on("/me/v1/authentication-methods/passkey%7C1/verify", new Reply(201, "application/json", "{}"));
    }

    FakeAuthorizationServer provider() {
        return caller.provider;
    }

    /** Returns the last request to an address. */
    Received sent(String path) {
        List<Received> received = provider().received(path);
        return received.get(received.size() - 1);
    }

    @Override
    public void close() {
        caller.close();
    }
}
