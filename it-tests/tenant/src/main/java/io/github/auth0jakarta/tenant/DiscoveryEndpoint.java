package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /.well-known/openid-configuration}. */
final class DiscoveryEndpoint implements Endpoint {

    /** What Auth0 sends with public documents. */
    static final String CACHE_CONTROL = "public, max-age=15, stale-while-revalidate=15, stale-if-error=86400";

    private final String issuer;
    private final @Nullable String secureBase;
    private final TenantSettings settings;
    private final Hooks hooks;
    private final List<String> grantTypes;

    DiscoveryEndpoint(
            String issuer, @Nullable String secureBase, TenantSettings settings, Hooks hooks, List<String> grantTypes) {
        this.issuer = issuer;
        this.secureBase = secureBase;
        this.settings = settings;
        this.hooks = hooks;
        this.grantTypes = grantTypes;
    }

    @Override
    public String path() {
        return "/.well-known/openid-configuration";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Response handle(Request request) {
        return Response.json(200, hooks.changedMetadata(metadata())).withHeader("Cache-Control", CACHE_CONTROL);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", at(AuthorizeEndpoint.PATH));
        metadata.put("token_endpoint", at(TokenEndpoint.PATH));
        metadata.put("userinfo_endpoint", at(UserInfoEndpoint.PATH));
        metadata.put("jwks_uri", at(JwksEndpoint.PATH));
        metadata.put("revocation_endpoint", at(RevocationEndpoint.PATH));
        metadata.put("pushed_authorization_request_endpoint", at(PushedRequestEndpoint.PATH));
        metadata.put("backchannel_authentication_endpoint", at(BackchannelEndpoint.PATH));
        metadata.put("backchannel_token_delivery_modes_supported", List.of("poll"));
        metadata.put("require_pushed_authorization_requests", settings.requirePushedRequests());
        if (settings.endSessionEndpoint()) {
            metadata.put("end_session_endpoint", at(EndSessionEndpoint.PATH));
        }
        metadata.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query", "form_post"));
        metadata.put("grant_types_supported", grantTypes);
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        List<String> authentication =
                new ArrayList<>(List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none"));
        if (secureBase != null) {
            authentication.add("tls_client_auth");
            metadata.put("mtls_endpoint_aliases", aliases(secureBase));
        }
        metadata.put("token_endpoint_auth_methods_supported", authentication);
        metadata.put("revocation_endpoint_auth_methods_supported", authentication);
        List<String> algorithms =
                ClientAssertions.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
        metadata.put("token_endpoint_auth_signing_alg_values_supported", algorithms);
        metadata.put("dpop_signing_alg_values_supported", List.of(DpopProofs.ALGORITHM.getName()));
        metadata.put("acr_values_supported", List.of(LoginRules.MULTI_FACTOR));
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
        metadata.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        metadata.put("authorization_response_iss_parameter_supported", settings.issuerAnnounced());
        metadata.put("request_parameter_supported", false);
        metadata.put("request_uri_parameter_supported", false);
        return metadata;
    }

    /** RFC 8705 section 5: where the addresses for clients are with TLS. */
    private static Map<String, Object> aliases(String base) {
        Map<String, Object> aliases = new LinkedHashMap<>();
        aliases.put("token_endpoint", base + TokenEndpoint.PATH.substring(1));
        aliases.put("revocation_endpoint", base + RevocationEndpoint.PATH.substring(1));
        aliases.put("pushed_authorization_request_endpoint", base + PushedRequestEndpoint.PATH.substring(1));
        aliases.put("backchannel_authentication_endpoint", base + BackchannelEndpoint.PATH.substring(1));
        aliases.put("userinfo_endpoint", base + UserInfoEndpoint.PATH.substring(1));
        return aliases;
    }

    private String at(String path) {
        return issuer + path.substring(1);
    }
}
