package io.github.auth0jakarta.it.keycloak;

import java.nio.file.Path;

/** Runs Keycloak in the foreground for people who try an application by hand; ends on SIGTERM or Ctrl-C. */
public final class RunKeycloak {

    /** Where {@code it-tests/run-app} serves when it is not told otherwise. */
    private static final String APPLICATION = "http://localhost:8080";

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
        int status;
        try (KeycloakServer server =
                KeycloakServer.start(home, log, KeycloakRealm.json(APPLICATION), Integer.parseInt(args[1]))) {
            System.out.print(usage(server.issuer()));
            status = server.await();
        }
        System.exit(status);
    }

    private static String usage(String issuer) {
        return String.join(
                "\n",
                "AUTH0_ISSUER=" + issuer,
                "AUTH0_CLIENT_ID=" + KeycloakRealm.APPLICATION.id(),
                "AUTH0_CLIENT_SECRET=" + KeycloakRealm.APPLICATION.secret(),
                "AUTH0_AUDIENCE=" + KeycloakRealm.AUDIENCE,
                "AUTH0_GROUPS_CLAIMS=" + KeycloakRealm.ROLES_CLAIM,
                "AUTH0_ALLOW_INSECURE_REQUESTS=true",
                "# users: " + nameAndPassword(KeycloakRealm.ALICE) + ", " + nameAndPassword(KeycloakRealm.BOB),
                "");
    }

    private static String nameAndPassword(KeycloakRealm.User user) {
        return user.name() + " / " + user.password();
    }
}
