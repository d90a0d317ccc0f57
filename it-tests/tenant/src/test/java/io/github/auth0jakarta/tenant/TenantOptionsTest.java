package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantOptionsTest {

    @Test
    void everythingHasADefault() {
        assertThat(TenantOptions.parse(List.of()))
                .isEqualTo(new TenantOptions(
                        3000,
                        Demo.CLIENT_ID,
                        Demo.CLIENT_SECRET,
                        Demo.AUDIENCE,
                        List.of("http://localhost:8080"),
                        "at+jwt",
                        true));
    }

    @Test
    void argumentsReachTheTenant() throws Exception {
        TenantOptions options = TenantOptions.parse(List.of(
                "--port=0",
                "--client-id=c",
                "--client-secret=s=1",
                "--audience=https://a",
                "--application-urls=http://localhost:1,http://localhost:2",
                "--access-token-type=JWT",
                "--end-session=false"));
        try (Tenant tenant = options.start()) {
            Application application = new Application(tenant);
            Map<String, String> altered = Map.of(
                    "client_id", "c", "redirect_uri", "http://localhost:2/auth/callback", "audience", "https://a");
            Answer tokens = application.redeem(
                    application.logIn(altered).code(),
                    Map.of(
                            "client_id",
                            "c",
                            "client_secret",
                            "s=1",
                            "redirect_uri",
                            "http://localhost:2/auth/callback"));
            assertThat(Jwts.header(tokens.text("access_token"))).containsEntry("typ", "JWT");
            assertThat(application.browser.get(application.at("/oidc/logout")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void systemPropertiesAreTheSecondChoice() {
        System.setProperty("tenant.port", "4000");
        try {
            assertThat(TenantOptions.parse(List.of()).port()).isEqualTo(4000);
            assertThat(TenantOptions.parse(List.of("--port=5000")).port()).isEqualTo(5000);
        } finally {
            System.clearProperty("tenant.port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--port", "--unknown=1", "port=1"})
    void mistakesAreRefused(String argument) {
        assertThatThrownBy(() -> TenantOptions.parse(List.of(argument))).isInstanceOf(IllegalArgumentException.class);
    }
}
