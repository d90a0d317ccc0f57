package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /.well-known/jwks.json}: the public parts of the published keys. */
final class JwksEndpoint implements Endpoint {

    static final String PATH = "/.well-known/jwks.json";

    private final SigningKeys keys;
    private final Hooks hooks;

    JwksEndpoint(SigningKeys keys, Hooks hooks) {
        this.keys = keys;
        this.hooks = hooks;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Response handle(Request request) {
        List<Object> members = new ArrayList<>();
        keys.published().stream()
                .map(JWK::toPublicJWK)
                .forEach(key -> members.add(new LinkedHashMap<>(key.toJSONObject())));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("keys", members);
        return Response.json(200, hooks.changedJwks(document))
                .withHeader("Cache-Control", DiscoveryEndpoint.CACHE_CONTROL);
    }
}
