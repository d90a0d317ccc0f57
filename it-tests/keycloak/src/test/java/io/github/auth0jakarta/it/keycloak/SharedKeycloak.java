package io.github.auth0jakarta.it.keycloak;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one Keycloak of the test run: started when first asked for, ended with the virtual machine or by {@link #stop}. */
final class SharedKeycloak {

    private static @Nullable KeycloakServer server;

    private SharedKeycloak() {}

    static synchronized KeycloakServer server() {
        if (server == null) {
            server = KeycloakServer.start(
                    Path.of(System.getProperty("it.keycloak.home")),
                    Path.of(System.getProperty("it.keycloak.log")),
                    KeycloakRealm.json(Application.BASE),
                    UserDevice.shared().address());
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
