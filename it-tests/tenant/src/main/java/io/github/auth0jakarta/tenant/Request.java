package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as the endpoints see it, read completely.
 *
 * @param origin scheme, host and port of the listener, no slash at the end
 * @param headers by lower-case name
 * @param body the form or the JSON text as it came, empty for other content
 * @param objects what {@link #jsonAsForm} could not put into the form: the objects among the members, by name
 * @param certificate what the client authenticated its TLS connection with, null without one
 */
record Request(
        String method,
        String origin,
        String path,
        Parameters query,
        Parameters form,
        Map<String, List<String>> headers,
        String body,
        Map<String, Object> objects,
        @Nullable X509Certificate certificate) {

    /** The address without query, as the tenant's metadata has it. */
    String address() {
        return origin + path;
    }

    @Nullable
    String header(String name) {
        List<String> all = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    /** The JSON object that was posted. */
    Map<String, Object> json() {
        try {
            if (form.values().isEmpty() && !body.isEmpty()) {
                return JSONObjectUtils.parse(body);
            }
        } catch (ParseException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "malformed JSON");
        }
        throw new OAuthException(OAuth2Error.INVALID_REQUEST, "a JSON object is required");
    }

    /** The same request as if the texts in its JSON object had come as a form. */
    Request jsonAsForm() {
        Map<String, Object> members = json();
        Map<String, Object> nested = new LinkedHashMap<>(members);
        nested.values().removeIf(value -> !(value instanceof Map));
        String encoded = members.entrySet().stream()
                .filter(member -> member.getValue() instanceof String)
                .map(member -> encode(member.getKey()) + "=" + encode((String) member.getValue()))
                .collect(Collectors.joining("&"));
        Parameters parameters = Parameters.parse(encoded);
        return new Request(method, origin, path, query, parameters, headers, encoded, nested, certificate);
    }

    /** Says whether the body is said to be JSON. */
    boolean isJson() {
        String type = header("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** The form of a POST, the query of anything else. */
    Parameters parameters() {
        return isPost() ? form : query;
    }

    /** Every value of a cookie: other applications on this host may have set one of the same name. */
    List<String> cookies(String name) {
        List<String> found = new ArrayList<>();
        for (String header : headers.getOrDefault("cookie", List.of())) {
            for (String pair : header.split(";", -1)) {
                String text = pair.strip();
                if (text.startsWith(name + "=")) {
                    found.add(text.substring(name.length() + 1));
                }
            }
        }
        return found;
    }
}
