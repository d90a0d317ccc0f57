package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** What the log says when an application starts: what the library does there, and what weakens it. */
final class StartupReport {
    private static final Logger LOGGER = System.getLogger(StartupReport.class.getPackageName());

    private StartupReport() {}

    /** Says who verifies signatures; which provider it is decides how many tokens and proofs a server can take. */
    static void log(SignatureProviders signatures) {
        LOGGER.log(Level.INFO, "auth0-jakarta: signatures are verified for {0}", signatures.description());
    }

    static void log(@Nullable Auth0Config config, @Nullable Class<?> applicationMechanism) {
        if (config == null) {
            LOGGER.log(Level.INFO, "auth0-jakarta is not configured and does nothing");
            return;
        }
        config.warnings().forEach(warning -> LOGGER.log(Level.WARNING, warning));
        if (applicationMechanism != null) {
            LOGGER.log(Level.INFO, "auth0-jakarta leaves authentication to {0}", applicationMechanism.getName());
            return;
        }
        LOGGER.log(
                Level.INFO,
                "auth0-jakarta: issuer {0}, login {1}, access tokens {2}",
                config.provider().issuer(),
                config.login() == null ? "off" : "on",
                config.api() == null ? "off" : "on");
    }
}
