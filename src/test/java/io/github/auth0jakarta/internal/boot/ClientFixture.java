package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.NoBeans;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application's {@link Auth0Client}, with a provider that answers as a test says. The time is that of this machine. */
final class ClientFixture implements AutoCloseable {
    static {
        NoBeans.install();
    }

    static final URI CALLBACK = URI.create("https://app.example/own/callback");
    static final URI HOME = URI.create("https://app.example/");
    static final String API = "https://api.example";

    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final List<Auth0Runtime> runtimes = new ArrayList<>();

    /** Returns the settings of a client that nobody logs in to. */
    TestConfigs settings() {
        return TestConfigs.none()
                .with("auth0.issuer", provider.issuer())
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.client-id", TestJwts.CLIENT_ID)
                .with("auth0.client-secret", TestConfigs.CLIENT_SECRET)
                .with("auth0.login.enabled", "false");
    }

    Auth0Client client() {
        return client(settings());
    }

    Auth0Client client(TestConfigs settings) {
        Auth0Runtime runtime = new Auth0Runtime(settings.read(), true);
        runtimes.add(runtime);
        return runtime.client();
    }

    PendingAuthorization begun(Auth0Client client) {
        return client.authorizationUrl(CALLBACK, LoginOptions.defaults());
    }

    static Instant now() {
        return InstantSource.system().instant();
    }

    /** Returns an ID token of this provider, issued just now. */
    TestJwts idToken() {
        long now = now().getEpochSecond();
        return TestJwts.idToken()
                .claim("iss", provider.issuer())
                .claim("iat", now - 1)
                .claim("exp", now + 600)
                .without("nonce");
    }

    /** The token endpoint answers with these members over the usual ones; null takes one away. */
    void issues(Map<String, ?> members) {
        provider.on(FakeAuthorizationServer.TOKEN, tokens(members));
    }

    static Reply tokens(Map<String, ?> members) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", "at");
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 600);
        answer.putAll(members);
        return Reply.json(answer);
    }

    /** Returns the callback of a browser that comes back with what it was sent with, and this. */
    static URI answered(PendingAuthorization pending, String query) {
        return URI.create(pending.redirectUri() + "?state=" + pending.state() + "&" + query);
    }

    @Override
    public void close() {
        runtimes.forEach(Auth0Runtime::close);
        provider.close();
    }
}
