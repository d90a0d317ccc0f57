package io.github.auth0jakarta.sample.agent.assistant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how to get tokens for the tools, from nothing but their address: a call without a token is answered with a challenge,
 * that names the metadata of the API (RFC 9728), and those name the authorization server.
 */
@ApplicationScoped
public class Discovery {
    private static final Pattern RESOURCE_METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");

    @Inject
    private Tools tools;

    /** Makes the calls; returns the authorization server that the tools name first. */
    String authorizationServer(Trace trace) {
        Tools.Answer refused = tools.call(null, "initialize", JsonObject.EMPTY_JSON_OBJECT);
        trace.add(
                "Assistant",
                "Tools",
                "POST " + tools.url().getPath() + " without a token",
                refused.status(),
                Map.of("WWW-Authenticate", refused.challenge()));
        Matcher metadata = RESOURCE_METADATA.matcher(refused.challenge());
        if (!metadata.find()) {
            throw new IllegalStateException("the tools do not say where their metadata are");
        }
        return read(URI.create(metadata.group(1)), trace);
    }

    private String read(URI address, Trace trace) {
        Tools.Answer answer = tools.read(address);
        JsonObject body = answer.body();
        // Otherwise somebody else could have tokens for the tools sent to an address of their own (RFC 9728, 3.3).
        if (!body.getString("resource", "").equals(tools.url().toString())) {
            throw new IllegalStateException("the metadata are those of another API");
        }
        List<String> servers = texts(body, "authorization_servers");
        trace.add(
                "Assistant",
                "Tools",
                "GET " + address.getPath(),
                answer.status(),
                Trace.facts(
                        "resource",
                        body.getString("resource"),
                        "authorization_servers",
                        String.join(", ", servers),
                        "scopes_supported",
                        String.join(" ", texts(body, "scopes_supported"))));
        return servers.get(0);
    }

    private static List<String> texts(JsonObject body, String name) {
        return body.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
