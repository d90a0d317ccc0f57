package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;

/** Keycloak's admin API, as an administrator of the realm uses it. */
final class KeycloakAdmin {

    private final HttpBrowser program = new HttpBrowser();
    private final String origin;
    private final String realm;

    KeycloakAdmin(KeycloakServer server) {
        this.origin = server.origin();
        this.realm = origin + "/admin/realms/" + KeycloakRealm.NAME;
    }

    /** Ends all sessions of a user, and returns when the applications were told. */
    void logOut(KeycloakRealm.User user) {
        expect(204, program.post(RequestKind.PROGRAM, realm + "/users/" + id(user) + "/logout", authorized(), ""));
    }

    /** Adds a client to the realm. */
    void register(String client) {
        expect(201, program.post(RequestKind.PROGRAM, realm + "/clients", authorized(), client));
    }

    private String id(KeycloakRealm.User user) {
        String address = realm + "/users?exact=true&username=" + user.name();
        Answer users = expect(200, program.get(RequestKind.PROGRAM, address, authorized()));
        try (JsonReader reader = Json.createReader(new StringReader(users.body()))) {
            JsonArray found = reader.readArray();
            return found.getJsonObject(0).getString("id");
        }
    }

    /** The token lives for a minute, so each request gets its own. */
    private Map<String, String> authorized() {
        Answer answer = expect(
                200,
                program.post(
                        RequestKind.PROGRAM,
                        origin + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                KeycloakServer.ADMIN.name(),
                                "password",
                                KeycloakServer.ADMIN.password())));
        return Map.of(
                "Authorization",
                "Bearer " + answer.json().getString("access_token"),
                "Content-Type",
                "application/json");
    }

    private static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer + "\n" + answer.body());
        }
        return answer;
    }
}
