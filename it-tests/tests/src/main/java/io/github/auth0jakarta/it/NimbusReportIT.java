package io.github.auth0jakarta.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Properties;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server and logs which Nimbus JOSE+JWT the library gets there: Payara's own wins over ours. */
@ExtendWith(ArquillianExtension.class)
class NimbusReportIT {

    private static final String ARTIFACT = "META-INF/maven/com.nimbusds/nimbus-jose-jwt/pom.properties";

    @Deployment
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    void libraryHasNimbus() throws Exception {
        Class<?> nimbus = Class.forName("com.nimbusds.jose.JWSObject");

        System.getLogger(NimbusReportIT.class.getName())
                .log(
                        Level.INFO,
                        "Nimbus JOSE+JWT {0} from {1} by {2}",
                        version(nimbus),
                        source(nimbus),
                        nimbus.getClassLoader());
        assertNotNull(version(nimbus));
    }

    private static String version(Class<?> nimbus) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = nimbus.getResourceAsStream("/" + ARTIFACT)) {
            if (stream != null) {
                properties.load(stream);
            }
        }
        return properties.getProperty("version");
    }

    private static Object source(Class<?> nimbus) {
        return nimbus.getProtectionDomain().getCodeSource().getLocation();
    }
}
