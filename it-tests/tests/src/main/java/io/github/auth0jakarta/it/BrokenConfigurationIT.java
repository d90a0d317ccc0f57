package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A configuration that cannot work ends the deployment, with one message that names every key and no value. */
@ExtendWith(ArquillianExtension.class)
class BrokenConfigurationIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "broken", managed = false, testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.secret", "too-short-to-be-one")
                .with("auth0.app-base-url", "not a url")
                .with("auth0.session.absolute-duration", "for ever")
                .build();
    }

    @Deployment(name = "no-store", managed = false, testable = false)
    static WebArchive withoutStore() {
        return TestApplication.configured()
                .with("auth0.session.store", "bean")
                .movedTo("no-store")
                .build();
    }

    @Test
    @RunAsClient
    void whenTheBeanOfTheStoreIsMissingThenTheDeploymentFailsAndTheLogSaysWhy() {
        int before = TestServer.log().length();

        assertThatThrownBy(() -> deployer.deploy("no-store")).isNotNull();

        String log = TestServer.log().substring(before);
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).contains("config.invalid", "auth0.session.store", "SessionStore"));
    }

    @Test
    @RunAsClient
    void deploymentFailsAndTheLogSaysWhy() {
        int before = TestServer.log().length();

        assertThatThrownBy(() -> deployer.deploy("broken")).isNotNull();

        String log = TestServer.log().substring(before);
        assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("config.invalid"));
        assertThat(log).contains("auth0.secret", "auth0.app-base-url", "auth0.session.absolute-duration");
        assertThat(log).doesNotContain("too-short-to-be-one", "not a url", "for ever");
    }
}
