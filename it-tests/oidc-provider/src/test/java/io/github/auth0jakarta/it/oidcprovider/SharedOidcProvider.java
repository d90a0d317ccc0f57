package io.github.auth0jakarta.it.oidcprovider;

import io.github.auth0jakarta.it.Keys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one oidc-provider of the test run: started when first asked for, ended with the virtual machine or by {@link #stop}. */
final class SharedOidcProvider {

    private static @Nullable OidcProviderServer server;

    private SharedOidcProvider() {}

    static synchronized OidcProviderServer server() {
        if (server == null) {
            server = OidcProviderServer.start(
                    Path.of(System.getProperty("it.provider.home")),
                    Path.of(System.getProperty("it.provider.log")),
                    Application.BASE,
                    Keys.pem(Registered.CLIENT_KEY.getPublic()));
        }
        return server;
    }

    static synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
