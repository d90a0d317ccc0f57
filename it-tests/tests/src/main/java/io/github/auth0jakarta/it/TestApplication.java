package io.github.auth0jakarta.it;

import io.github.auth0jakarta.tenant.Demo;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The test application's WAR with settings, and more classes where a test needs them. */
public final class TestApplication {

    static final String SECRET = "0123456789abcdef-integration-tests-only";

    private final Properties settings = new Properties();
    private WebArchive war =
            ShrinkWrap.create(ZipImporter.class, "app.war").importFrom(built()).as(WebArchive.class);

    private TestApplication() {}

    /** Returns the application with login and API at the {@link TestTenant}. */
    static TestApplication configured() {
        return unconfigured()
                .with("auth0.issuer", TestTenant.get().issuer())
                .with("auth0.client-id", Demo.CLIENT_ID)
                .with("auth0.client-secret", Demo.CLIENT_SECRET)
                .with("auth0.audience", Demo.AUDIENCE)
                .with("auth0.secret", SECRET)
                .with("auth0.app-base-url", TestServer.APP)
                .with("auth0.groups.claims", "permissions," + Demo.ROLES_CLAIM)
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.http.timeout", "3s");
    }

    /** Returns the application without any setting. */
    public static TestApplication unconfigured() {
        return new TestApplication();
    }

    private static File built() {
        return new File(System.getProperty("it.app.war"));
    }

    /** Adds a setting. */
    public TestApplication with(String key, String value) {
        settings.setProperty(key, value);
        return this;
    }

    /** Adds classes. */
    public TestApplication with(Class<?>... classes) {
        war.addClasses(classes);
        return this;
    }

    /** Has the application protect every address by its descriptor. */
    TestApplication protectedAltogether() {
        war.setWebXML(new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>Everything</web-resource-name>
                      <url-pattern>/*</url-pattern>
                    </web-resource-collection>
                    <auth-constraint>
                      <role-name>**</role-name>
                    </auth-constraint>
                  </security-constraint>
                </web-app>
                """));
        return this;
    }

    /** Moves the application below another context path than that of {@link TestServer#APP}. */
    TestApplication movedTo(String context) {
        war = ShrinkWrap.create(WebArchive.class, context + ".war").merge(war);
        return this;
    }

    /** Adds what a test needs that runs inside the server. */
    TestApplication withAssertions() {
        try {
            war.addAsLibrary(new File(Assertions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Returns the WAR. */
    public WebArchive build() {
        StringWriter text = new StringWriter();
        try {
            settings.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return war.addAsResource(new StringAsset(text.toString()), "META-INF/microprofile-config.properties");
    }
}
