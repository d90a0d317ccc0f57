package io.github.auth0jakarta.tenant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Api;
import io.github.auth0jakarta.tenant.Client;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import io.github.auth0jakarta.tenant.SoftwareAuthenticator;
import io.github.auth0jakarta.tenant.Tenant;
import io.github.auth0jakarta.tenant.User;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantExamplesTest {
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    @Test
    void startsWithTheDemo() throws IOException, InterruptedException {
        // tag::start
        try (Tenant tenant = Tenant.demo("http://localhost:8080")) {
            String issuer = tenant.issuer(); // auth0.issuer of the application under test
            // end::start
            assertThat(get(issuer + ".well-known/openid-configuration").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void startsWithContentOfItsOwn() {
        // tag::content
        Tenant tenant = Tenant.builder()
                .client(Client.builder("shop", "a-secret-for-tests")
                        .callbackUrls("http://localhost:8080/auth/callback")
                        .logoutUrls("http://localhost:8080")
                        .build())
                .api(Api.of("https://api.shop.example", "read:orders"))
                .user(User.builder("auth0|carol", "carol@example.com", "Carol-Example-1")
                        .permissions("https://api.shop.example", "read:orders")
                        .build())
                .start();
        // end::content
        tenant.close();
    }

    @Test
    void makesTokens() {
        try (Tenant tenant = Tenant.demo("http://localhost:8080")) {
            // tag::tokens
            String good = tenant.tokens()
                    .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "read:orders")
                    .sign();
            String ended = tenant.tokens()
                    .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "read:orders")
                    .claim("exp", Instant.EPOCH)
                    .sign();
            // end::tokens
            assertThat(good).isNotEqualTo(ended);
        }
    }

    @Test
    void misbehavesAndTellsWhatItSaw() throws IOException, InterruptedException {
        try (Tenant tenant = Tenant.demo("http://localhost:8080")) {
            // tag::faults
            tenant.faults().inject("/.well-known/jwks.json", Fault.status(503), 1);
            tenant.hooks().nextIdToken(token -> token.withoutClaim("nonce"));
            tenant.keys().rotate();
            tenant.goOffline();
            tenant.goOnline();
            // end::faults
            assertThat(get(tenant.issuer() + ".well-known/jwks.json").statusCode())
                    .isEqualTo(503);
            // tag::log
            assertThat(tenant.requests().count("/.well-known/jwks.json")).isEqualTo(1);
            assertThat(tenant.requests().last("/.well-known/jwks.json").status())
                    .isEqualTo(503);
            tenant.reset(); // no faults, no hooks, an empty log, online
            // end::log
        }
    }

    @Test
    void receivesWhatWasSentAndHasAPasskey() throws IOException, InterruptedException {
        try (Tenant tenant = Tenant.demo("http://localhost:8080")) {
            String client =
                    "{\"client_id\":\"" + Demo.CLIENT_ID + "\",\"client_secret\":\"" + Demo.CLIENT_SECRET + "\",";
            post(
                    tenant.issuer() + "passwordless/start",
                    client + "\"connection\":\"email\",\"email\":\"ada@example.com\",\"send\":\"code\"}");
            String answer = post(
                    tenant.issuer() + "passkey/register", client + "\"user_profile\":{\"email\":\"ada@example.com\"}}");
            String options = answer.substring(answer.indexOf("{\"challenge\""), answer.length() - 1);
            // tag::recipient
            String code = tenant.outbox().last("ada@example.com").content();
            SoftwareAuthenticator authenticator = SoftwareAuthenticator.at("http://localhost:8080");
            String credential = authenticator.create(options); // as navigator.credentials.create does
            // end::recipient
            assertThat(code).hasSize(6);
            assertThat(credential).contains("attestationObject");
        }
    }

    private String post(String address, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
