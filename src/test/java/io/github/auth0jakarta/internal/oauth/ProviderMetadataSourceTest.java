package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.METADATA;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProviderMetadataSourceTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final FixedTime time = new FixedTime();
    private final ProviderMetadataSource metadata = new ProviderMetadataSource(
            provider.transport(), new JsonAnswers(new StrictJson()), provider.issuer(), true, time);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void getWhenFiftyThreadsAskAtOnceThenOneRequest() {
        CountDownLatch oneIsAsking = new CountDownLatch(1);
        provider.on(METADATA, request -> {
            oneIsAsking.await();
            return Reply.json(provider.metadataDocument());
        });

        List<ProviderMetadata> all = Together.call(50, metadata::get, oneIsAsking::countDown);

        assertThat(all).hasSize(50).allSatisfy(one -> assertThat(one).isSameAs(all.get(0)));
        assertThat(provider.received(METADATA)).hasSize(1);
    }

    @Test
    void getWhenTenMinutesHavePassedThenRenewed() {
        ProviderMetadata first = metadata.get();
        time.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(metadata.get()).isSameAs(first);

        Map<String, Object> changed = provider.metadataDocument();
        changed.put("token_endpoint", provider.at("/new/token"));
        provider.on(METADATA, Reply.json(changed));
        time.advance(Duration.ofMillis(1));

        assertThat(metadata.get().endpoints().token()).hasPath("/new/token");
    }

    @Test
    @Tag("JW-02")
    void getWhenRenewalFailsThenTheLastGoodStays() {
        ProviderMetadata good = metadata.get();

        provider.on(METADATA, Reply.error(503, "unavailable"));
        time.advance(Duration.ofMinutes(10));
        assertThat(metadata.get()).isSameAs(good);

        Map<String, Object> poisoned = provider.metadataDocument();
        poisoned.put("token_endpoint", "https://evil.example/token");
        provider.on(METADATA, Reply.json(poisoned));
        time.advance(Duration.ofSeconds(30));
        assertThat(metadata.get()).isSameAs(good);
        assertThat(provider.received(METADATA)).hasSize(3);

        provider.close();
        time.advance(Duration.ofSeconds(30));
        assertThat(metadata.get()).isSameAs(good);
    }

    @Test
    void getWhenRenewalFailsThenAskedAgainHalfAMinuteLater() {
        metadata.get();
        provider.on(METADATA, Reply.error(503, "unavailable"));
        time.advance(Duration.ofMinutes(10));
        metadata.get();
        Map<String, Object> changed = provider.metadataDocument();
        changed.put("token_endpoint", provider.at("/new/token"));
        provider.on(METADATA, Reply.json(changed));

        time.advance(Duration.ofMillis(29_999));
        assertThat(metadata.get().endpoints().token()).hasPath("/oauth/token");
        assertThat(provider.received(METADATA)).hasSize(2);
        time.advance(Duration.ofMillis(1));
        assertThat(metadata.get().endpoints().token()).hasPath("/new/token");

        time.advance(Duration.ofMillis(599_999));
        assertThat(metadata.get().endpoints().token()).hasPath("/new/token");
        assertThat(provider.received(METADATA)).hasSize(3);
    }

    @Test
    void getWhenThereHasNeverBeenAnyThenTheReasonAndAskedAgain() {
        provider.on(METADATA, Reply.error(503, "unavailable"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, metadata::get);

        provider.on(METADATA, Reply.json("{}"));
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, metadata::get);

        provider.on(METADATA, Reply.json(provider.metadataDocument()));
        assertThat(metadata.get().issuer()).isEqualTo(provider.issuer());
        assertThat(provider.received(METADATA)).hasSize(3);
    }

    @Test
    void getWhenTheProviderIsDownFromTheBeginningThenTransportFailed() {
        provider.close();
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, metadata::get);
    }

    @Test
    void dropWhenCalledThenTheLastGoodIsForgottenToo() {
        ProviderMetadata first = metadata.get();
        metadata.drop();
        assertThat(metadata.get()).isEqualTo(first).isNotSameAs(first);

        provider.close();
        metadata.drop();
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, metadata::get);
    }

    @Test
    void getWhenTheIssuerHasAPathThenAskedBelowIt() {
        String issuer = provider.at("/realms/shop");
        Map<String, Object> document = provider.metadataDocument();
        document.put("issuer", issuer);
        provider.on("/realms/shop" + METADATA, Reply.json(document));

        ProviderMetadataSource source =
                new ProviderMetadataSource(provider.transport(), new JsonAnswers(new StrictJson()), issuer, true, time);

        assertThat(source.get().issuer()).isEqualTo(issuer);
    }
}
