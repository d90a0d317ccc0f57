package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class InfrastructureIT {

    @ArquillianResource
    URL base;

    @Deployment
    static WebArchive deployment() {
        return ShrinkWrap.create(WebArchive.class, "app.war").addAsWebResource(new StringAsset("hello"), "hello.txt");
    }

    @Test
    @RunAsClient
    void serves() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "hello.txt")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo("hello");
    }

    @Test
    void runsInside() {
        org.junit.jupiter.api.Assertions.assertNull(System.getProperty("it.app.war"));
    }
}
