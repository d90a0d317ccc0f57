package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An API that is configured by the keys of MicroProfile JWT, with a key of its own: the issuer is never asked. */
class MpJwtConfigIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() throws JOSEException {
        Tenant issuer = TestTenant.get();
        return TestApplication.unconfigured()
                .with("auth0.enabled", "true")
                .with("mp.jwt.verify.issuer", issuer.issuer())
                .with("mp.jwt.verify.audiences", Demo.AUDIENCE)
                .with(
                        "mp.jwt.verify.publickey",
                        Keys.pem(issuer.keys().current().toPublicKey()))
                .build();
    }

    @Test
    void tokenOfTheConfiguredKeyIsAccepted() {
        Answer me = call(accessToken(Demo.ALICE_SUB).sign(), "/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
        assertThat(tenant.requests().all()).isEmpty();
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        String forged =
                accessToken(Demo.ALICE_SUB).forgedWith(tenant.keys().generate()).sign();

        assertRefused(call(forged, "/api/me"));
    }

    /** The issuer publishes that key; but it is not the one that is configured. */
    @Test
    void tokenOfAnotherKeyOfTheIssuerIsRefused() {
        String token = accessToken(Demo.ALICE_SUB).key(tenant.keys().next()).sign();

        assertRefused(call(token, "/api/me"));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        String token = accessToken(Demo.ALICE_SUB)
                .claim("aud", "https://other.example.com")
                .sign();

        assertRefused(call(token, "/api/me"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer")
                .contains("error=\"invalid_token\"");
    }
}
