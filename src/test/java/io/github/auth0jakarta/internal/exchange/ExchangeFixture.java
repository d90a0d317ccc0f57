package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.oauth.UnverifiedClaims;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What exchanges tokens at a provider of the test's own, for one custom type of tokens and one API. */
final class ExchangeFixture implements AutoCloseable {
    static final String SUBJECT_TYPE = "urn:example:legacy-token";
    static final String API = "https://api.example";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static final StrictJson JSON = new StrictJson();

    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    final ExchangeRules rules =
            new ExchangeRules(new Auth0Config.TokenExchange(Set.of(SUBJECT_TYPE, ACCESS_TOKEN), Set.of(API)));
    final TokenEndpoint endpoint;

    ExchangeFixture() {
        this(false);
    }

    /**
     * @param bound whether tokens are bound to a key (DPoP)
     */
    ExchangeFixture(boolean bound) {
        DpopClient dpop = bound ? dpop() : null;
        endpoint = new TokenEndpoint(provider.client(provider.client().authentication(), dpop), new JsonAnswers(JSON));
    }

    private DpopClient dpop() {
        return new DpopClient(DpopKey.ofPem(TestKeys.EC.pem(), JSON), new SeededRandom(1), provider.time(), JSON);
    }

    CustomExchange custom() {
        IdTokenValidator validator = new IdTokenValidator(
                new TrustedIssuer(provider.issuer(), new FakeJwks(TestKeys.RSA).signingKeys(provider.time())),
                TestJwts.CLIENT_ID,
                Set.of(SignatureAlgorithm.RS256),
                new Lifetime(provider.time(), Duration.ofSeconds(60)),
                JSON);
        return new CustomExchange(
                endpoint, new TokenSets(validator, provider.time()), rules, new UnverifiedClaims(JSON));
    }

    ConnectionTokens connectionTokens() {
        return new ConnectionTokens(endpoint, Duration.ofSeconds(60), provider.time());
    }

    SessionTransfer sessionTransfer() {
        return new SessionTransfer(endpoint, rules, URI.create(provider.issuer()), provider.time());
    }

    /** Has the provider answer with a token, and these members beside or in place of others; null leaves one out. */
    void issue(Object... namesAndValues) {
        provider.on(FakeAuthorizationServer.TOKEN, Reply.json(answer(namesAndValues)));
    }

    static Map<String, Object> answer(@Nullable Object... namesAndValues) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", "issued");
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 600);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            answer.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        answer.values().removeIf(value -> value == null);
        return answer;
    }

    /** Returns what the provider was asked last. */
    Received sent() {
        return provider.received(FakeAuthorizationServer.TOKEN).get(exchanges() - 1);
    }

    int exchanges() {
        return provider.received(FakeAuthorizationServer.TOKEN).size();
    }

    @Override
    public void close() {
        provider.close();
    }
}
