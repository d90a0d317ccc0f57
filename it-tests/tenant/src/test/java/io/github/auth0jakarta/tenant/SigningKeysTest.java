package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final Tenant TENANT = Tenant.demo(Application.URL);

    private final Application application = new Application(TENANT);

    @BeforeEach
    void startAfresh() {
        TENANT.keys().replaceAll();
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void keySetHasTwoPublicKeys() throws Exception {
        JWKSet keys = JWKSet.parse(application
                .browser
                .get(application.at("/.well-known/jwks.json"))
                .body());
        assertThat(keys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        assertThat(keys.getKeys().get(0).toRSAKey().size()).isEqualTo(2048);
    }

    @Test
    void rotationSignsWithTheKeyThatWasPublishedBefore() throws Exception {
        String old = TENANT.keys().current().getKeyID();
        String next = TENANT.keys().next().getKeyID();
        String before = application.tokens(Map.of()).text("access_token");
        TENANT.keys().rotate();
        String after = new Application(TENANT).tokens(Map.of()).text("access_token");
        assertThat(Jwts.header(before)).containsEntry("kid", old);
        assertThat(Jwts.header(after)).containsEntry("kid", next);
        assertThat(publishedIds()).hasSize(3).contains(old, next);
        assertThat(application.userInfo(before).status()).isEqualTo(200);
        TENANT.keys().remove(old);
        assertThat(publishedIds()).doesNotContain(old);
        assertThat(application.userInfo(before).error()).isEqualTo("401 invalid_token");
    }

    @Test
    void allKeysCanBeReplacedAndOthersAdded() throws Exception {
        List<String> before = publishedIds();
        TENANT.keys().replaceAll();
        assertThat(publishedIds()).hasSize(2).doesNotContainAnyElementsOf(before);
        TENANT.keys().add(TENANT.keys().generate());
        assertThat(publishedIds()).hasSize(3);
    }

    private static List<String> publishedIds() {
        return TENANT.keys().published().stream().map(key -> key.getKeyID()).toList();
    }
}
