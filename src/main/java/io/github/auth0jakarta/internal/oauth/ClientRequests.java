package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends forms to the provider as this client: authenticated, and with a proof of its key where its tokens are bound.
 *
 * <p>A form is sent once. The one exception is a request that the provider refused for want of a nonce, before it looked
 * at anything else (RFC 9449, 8): that goes out a second time, with a new proof and a new client assertion.
 */
public final class ClientRequests {
    private final ProviderMetadataSource metadata;
    private final HttpTransport transport;
    private final ClientAuthentication authentication;
    private final @Nullable DpopClient dpop;
    private final StrictJson json;

    /**
     * @param transport shows the certificate where the client authenticates by one
     * @param dpop what tokens are bound with, null where they are not
     * @param json writes what is not sent as a form
     */
    public ClientRequests(
            ProviderMetadataSource metadata,
            HttpTransport transport,
            ClientAuthentication authentication,
            @Nullable DpopClient dpop,
            StrictJson json) {
        this.metadata = metadata;
        this.transport = transport;
        this.authentication = authentication;
        this.dpop = dpop;
        this.json = json;
    }

    /** Returns what sends requests to Auth0's authentication API, where clients authenticate a little differently. */
    public ClientRequests ofAuthenticationApi() {
        return new ClientRequests(metadata, transport, authentication.ofAuthenticationApi(), dpop, json);
    }

    /** Returns what the provider says of itself. */
    public ProviderMetadata provider() {
        return metadata.get();
    }

    /** Returns how the client authenticates. */
    public ClientAuthentication authentication() {
        return authentication;
    }

    /** Returns what tokens are bound with, null where they are not. */
    public @Nullable DpopClient dpop() {
        return dpop;
    }

    /** Returns the addresses for the way in which the client authenticates. */
    public ClientEndpoints endpoints() {
        return authentication.endpoints(metadata.get());
    }

    /** Sends a form without a proof. */
    public HttpAnswer post(URI address, FormBody parameters) {
        return send(address, parameters, Map.of());
    }

    /** Sends a form with a proof, where tokens are bound. */
    HttpAnswer postWithProof(URI address, FormBody parameters) {
        return dpop == null
                ? post(address, parameters)
                : dpop.post(address, proof -> send(address, parameters, Map.of("DPoP", proof)));
    }

    /** Sends a JSON object without a proof, with the client's authentication among its members. */
    public HttpAnswer postJson(URI address, Map<String, Object> members, Map<String, String> headers) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        Map<String, String> allHeaders = new HashMap<>(headers);
        FormBody form = new FormBody();
        allHeaders.putAll(authentication.authenticate(form));
        form.parameters().forEach(parameter -> all.put(parameter.getKey(), parameter.getValue()));
        all.putIfAbsent("client_id", authentication.clientId());
        return transport.postJson(address, json.writeObject(all), allHeaders);
    }

    /** Sends a JSON object with the client's id and nothing that proves it. */
    public HttpAnswer postJsonPublicly(URI address, Map<String, Object> members) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put("client_id", authentication.clientId());
        return transport.postJson(address, json.writeObject(all), Map.of());
    }

    /** Sends a JSON object with a proof, where tokens are bound. */
    HttpAnswer postJsonWithProof(URI address, Map<String, Object> members) {
        return dpop == null
                ? postJson(address, members, Map.of())
                : dpop.post(address, proof -> postJson(address, members, Map.of("DPoP", proof)));
    }

    private HttpAnswer send(URI address, FormBody parameters, Map<String, String> headers) {
        FormBody form = parameters.copy();
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(authentication.authenticate(form));
        return transport.post(address, form, all);
    }
}
