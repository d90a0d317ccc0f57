package io.github.auth0jakarta.it.tck;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.jwt.config.Names;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Puts the library into {@code WEB-INF/lib} of an application of the kit, and beside its {@code mp.jwt.*} those settings
 * that the library does not do without.
 */
public final class LibraryProcessor implements ApplicationArchiveProcessor {
    private static final String CONFIG = "META-INF/microprofile-config.properties";

    /** The kit has these applications give their keys below the root of the server. */
    private static final String AT_ROOT = "<jboss-web><context-root>/</context-root></jboss-web>";

    @Override
    public void process(Archive<?> archive, TestClass testClass) {
        if (archive instanceof WebArchive war) {
            war.addAsLibraries(library());
            Node config = war.get(CONFIG);
            if (config != null) {
                Properties settings = completed(config);
                war.delete(CONFIG);
                war.addAsResource(new StringAsset(text(settings)), CONFIG);
                if (settings.getProperty(Names.VERIFIER_PUBLIC_KEY_LOCATION, "").startsWith("http:")) {
                    war.addAsWebInfResource(new StringAsset(AT_ROOT), "jboss-web.xml");
                }
            }
        }
    }

    private static File[] library() {
        return Objects.requireNonNull(new File(System.getProperty("library.directory")).listFiles());
    }

    private static Properties completed(Node config) {
        Properties settings = new Properties();
        try (InputStream in = config.getAsset().openStream()) {
            settings.load(in);
            settings.setProperty("auth0.enabled", "true");
            if (!settings.containsKey(Names.AUDIENCES)) {
                settings.setProperty("auth0.api.allow-any-audience", "true");
            }
            if (settings.getProperty(Names.VERIFIER_PUBLIC_KEY_LOCATION, "").startsWith("http:")) {
                settings.setProperty("auth0.allow-insecure-requests", "true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static String text(Properties settings) {
        StringWriter text = new StringWriter();
        try {
            settings.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
