package io.github.auth0jakarta.it.keycloak;

import java.nio.file.Path;

/** Runs Keycloak in the foreground for people who try an application by hand; ends on SIGTERM or Ctrl-C. */
public final class RunKeycloak {

    private RunKeycloak() {}

    /**
     * Starts Keycloak and says how to use it.
     *
     * @param args the directory of the Keycloak installation, and the port to listen on
     */
    public static void main(String... args) throws InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: RunKeycloak <keycloak-home> <port>");
        }
        Path home = Path.of(args[0]);
        Path log = home.resolve("data/log/foreground.log");
        try (KeycloakServer server = KeycloakServer.start(home, log, KeycloakRealm.json(), Integer.parseInt(args[1]))) {
            System.out.print(usage(server.issuer()));
            server.await();
        }
    }

    private static String usage(String issuer) {
        return """
                AUTH0_ISSUER=%s
                AUTH0_CLIENT_ID=%s
                AUTH0_CLIENT_SECRET=%s
                AUTH0_AUDIENCE=%s
                AUTH0_GROUPS_CLAIMS=%s
                AUTH0_ALLOW_INSECURE_REQUESTS=true
                users (name / password): %s / %s, %s / %s
                """.formatted(
                        issuer,
                        KeycloakRealm.APPLICATION.id(),
                        KeycloakRealm.APPLICATION.secret(),
                        KeycloakRealm.AUDIENCE,
                        KeycloakRealm.ROLES_CLAIM,
                        KeycloakRealm.ALICE.name(),
                        KeycloakRealm.ALICE.password(),
                        KeycloakRealm.BOB.name(),
                        KeycloakRealm.BOB.password());
    }
}
