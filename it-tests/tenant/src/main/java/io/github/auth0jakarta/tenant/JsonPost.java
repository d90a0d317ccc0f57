package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the addresses of Auth0's authentication API have in common: a JSON object without query, from a client that is known. */
abstract class JsonPost implements Endpoint {

    /** What a client proves itself with, in the object. */
    private static final Set<String> PROOF =
            Set.of("client_id", "client_secret", "client_assertion", "client_assertion_type");

    private final ClientSource clients;

    /** Says which client a request is of. */
    @FunctionalInterface
    interface ClientSource {
        Client client(Request request);

        /** Clients that authenticate, in the object. */
        static ClientSource authenticated(ClientAuthenticator authenticator) {
            return request -> authenticator.authenticate(request.jsonAsForm());
        }

        /** Clients that are named, and prove nothing. */
        static ClientSource named(Directory directory) {
            return request -> {
                @Nullable Client client = directory.client(new JsonMembers(request.json()).require("client_id"));
                if (client == null || request.json().containsKey("client_secret")) {
                    throw new OAuthException(OAuth2Error.INVALID_CLIENT, "unknown client, or a secret for nothing");
                }
                return client;
            };
        }
    }

    JsonPost(ClientSource clients) {
        this.clients = clients;
    }

    @Override
    public final Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public final Response handle(Request request) {
        if (!request.query().values().isEmpty()) {
            throw JsonMembers.malformed("parameters do not belong into the address");
        }
        Client client = clients.client(request);
        Map<String, Object> members = request.json();
        members.keySet().removeAll(PROOF);
        return answer(client, new JsonMembers(members), request);
    }

    /**
     * Answers a request.
     *
     * @param members without those that the client proves itself with
     */
    abstract Response answer(Client client, JsonMembers members, Request request);
}
