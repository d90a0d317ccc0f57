package io.github.auth0jakarta.tenant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of {@link TenantMain}: arguments first, then system properties, then the demo's values. */
record TenantOptions(
        int port,
        String clientId,
        String clientSecret,
        String audience,
        List<String> applicationUrls,
        String accessTokenType,
        boolean endSession) {

    static final String USAGE = """
            Options, each also as system property tenant.<name>:
              --port=3000                        0 takes a free port
              --application-urls=http://localhost:8080[,...]
              --client-id=sample-client
              --client-secret=...
              --audience=https://api.example.com
              --access-token-type=at+jwt|JWT
              --end-session=true|false           whether /oidc/logout is offered""";

    private static final Set<String> NAMES = Set.of(
            "port", "application-urls", "client-id", "client-secret", "audience", "access-token-type", "end-session");

    static TenantOptions parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String name : NAMES) {
            String property = System.getProperty("tenant." + name);
            if (property != null) {
                values.put(name, property);
            }
        }
        arguments.forEach(argument -> add(values, argument));
        return new TenantOptions(
                port(values.getOrDefault("port", "3000")),
                values.getOrDefault("client-id", Demo.CLIENT_ID),
                values.getOrDefault("client-secret", Demo.CLIENT_SECRET),
                values.getOrDefault("audience", Demo.AUDIENCE),
                Arrays.asList(values.getOrDefault("application-urls", "http://localhost:8080")
                        .split(",")),
                values.getOrDefault("access-token-type", "at+jwt"),
                Boolean.parseBoolean(values.getOrDefault("end-session", "true")));
    }

    private static void add(Map<String, String> values, String argument) {
        String[] parts = argument.split("=", 2);
        String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
        if (parts.length != 2 || !NAMES.contains(name)) {
            throw new IllegalArgumentException("Unknown option " + argument);
        }
        values.put(name, parts[1]);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("port is not a number: " + text, e);
        }
    }

    Tenant start() {
        TenantBuilder builder = Tenant.builder().port(port);
        builder.settings().accessTokenType(accessTokenType).endSessionEndpoint(endSession);
        return builder.client(Demo.client(clientId, clientSecret, audience, applicationUrls)
                        .build())
                .api(Demo.api(audience))
                .api(Demo.reports())
                .organization(Demo.organization())
                .user(Demo.alice(audience))
                .user(Demo.bob())
                .demoExchanges()
                .start();
    }
}
