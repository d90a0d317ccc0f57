package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.METADATA;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProviderMetadataSourceTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final TestTicker ticker = new TestTicker();
    private final ProviderMetadataSource metadata = new ProviderMetadataSource(
            provider.transport(), new JsonAnswers(new StrictJson()), provider.issuer(), true, ticker::read);

    /** Caffeine's clock, moved by hand. */
    private static final class TestTicker {
        private final AtomicLong nanos = new AtomicLong();

        long read() {
            return nanos.get();
        }

        void advance(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private void renew() {
        ticker.advance(Duration.ofMinutes(10));
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
        ticker.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(metadata.get()).isSameAs(first);

        Map<String, Object> changed = provider.metadataDocument();
        changed.put("token_endpoint", provider.at("/new/token"));
        provider.on(METADATA, Reply.json(changed));
        ticker.advance(Duration.ofNanos(1));

        assertThat(metadata.get().tokenEndpoint()).hasPath("/new/token");
    }

    @Test
    void getWhenRenewalFailsThenTheLastGoodStays() {
        ProviderMetadata good = metadata.get();

        provider.on(METADATA, Reply.error(503, "unavailable"));
        renew();
        assertThat(metadata.get()).isSameAs(good);

        Map<String, Object> poisoned = provider.metadataDocument();
        poisoned.put("token_endpoint", "https://evil.example/token");
        provider.on(METADATA, Reply.json(poisoned));
        renew();
        assertThat(metadata.get()).isSameAs(good);

        provider.close();
        renew();
        assertThat(metadata.get()).isSameAs(good);
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
                new ProviderMetadataSource(provider.transport(), new JsonAnswers(new StrictJson()), issuer, true);

        assertThat(source.get().issuer()).isEqualTo(issuer);
    }
}
