package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata that an application makes itself, where it protects every address. */
class OwnResourceMetadataIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with(OwnMetadata.class)
                .protectedAltogether()
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/orders"})
    void metadataAreThoseOfTheApplication(String suffix) {
        Answer answer = browser.get(RequestKind.PROGRAM, APP + "/.well-known/oauth-protected-resource" + suffix);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"resource\":\"https://gateway.example/orders\","
                        + "\"authorization_servers\":[\"https://as.example\"],\"resource_name\":\"Own\"}");
    }
}
