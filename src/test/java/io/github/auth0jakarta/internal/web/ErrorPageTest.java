package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    private final FakeResponse response = new FakeResponse();

    private void send(@Nullable String again) throws IOException {
        FakeRequest request = FakeRequest.get("/auth/callback?error=<script>reflected")
                .header("Referer", "https://reflected.example");
        ErrorPage.send(request.servlet(), response.servlet(), Auth0ErrorCode.LOGIN_DENIED, again);
    }

    @Test
    void sendWhenALoginFailedThenStatusCodeAndWayOut() throws IOException {
        send("/app/auth/login");
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.body())
                .startsWith("<!DOCTYPE html><html lang=\"en\">")
                .contains("<code>login.denied</code>")
                .contains("<a href=\"/app/auth/login\">Log in again</a>");
    }

    @Test
    void sendWhenThereIsNoWayOutThenNoLink() throws IOException {
        send(null);
        assertThat(response.body()).doesNotContain("<a ");
    }

    @Test
    @Tag("CB-13")
    void sendWhenTheRequestHasSomethingToSayThenNotRepeated() throws IOException {
        send(null);
        assertThat(response.body()).doesNotContain("reflected");
    }

    @Test
    @Tag("HC-05")
    @Tag("CS-09")
    void sendWhenSentThenNoCacheNoReferrerAndOnlyItsOwnStyle() throws Exception {
        send(null);
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        String style = response.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(response.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}
