package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ProtocolParameters;
import io.github.auth0jakarta.internal.oauth.Scopes;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one login asks for beyond the protocol itself: what the configuration says and, over it, the options.
 *
 * <p>All that is checked of the answer is taken from here, so whoever asked for it, what was sent is what is checked.
 *
 * @param parameters of the authorization request, in the order in which they are sent
 */
record RequestedLogin(Map<String, String> parameters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final int LONGEST_VALUE = 8 * 1024;

    /**
     * Returns what a login asks for.
     *
     * @throws LoginException {@code login.options_invalid}
     */
    static RequestedLogin of(Auth0Config.Redirects config, LoginOptions options) {
        Map<String, String> parameters = configured(config);
        new TreeMap<>(options.parameters()).forEach((name, value) -> put(parameters, name, value));
        options.maxAge().ifPresent(age -> put(parameters, "max_age", Long.toString(age.toSeconds())));
        if (!options.acrValues().isEmpty()) {
            put(parameters, "acr_values", String.join(" ", options.acrValues()));
        }
        parameters.values().removeIf(String::isEmpty);
        parameters.put("scope", withOpenid(parameters.getOrDefault("scope", "")));
        RequestedLogin requested = new RequestedLogin(Collections.unmodifiableMap(parameters));
        requested.check();
        return requested;
    }

    /**
     * Returns what a login asked for that has come back.
     *
     * @param parameters that the answer is compared with, as an application has kept them
     * @throws LoginException {@code login.options_invalid}
     */
    static RequestedLogin remembered(Map<String, String> parameters) {
        RequestedLogin requested = new RequestedLogin(parameters);
        requested.check();
        return requested;
    }

    private static Map<String, String> configured(Auth0Config.Redirects config) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", config.scope());
        if (config.audience() != null) {
            parameters.put("audience", config.audience());
        }
        parameters.putAll(new TreeMap<>(config.authorizationParams()));
        if (config.organization() != null) {
            parameters.put("organization", config.organization());
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw invalid("a parameter's name has a character that none has");
        }
        if (ProtocolParameters.OF_AUTHORIZATION.contains(name)) {
            throw invalid("the protocol itself sets " + name);
        }
        if (value.length() > LONGEST_VALUE) {
            throw invalid(name + " is too long");
        }
        // Left out as others are, it would take the check away that goes with it.
        if (name.equals("organization") && value.isBlank()) {
            throw invalid("organization is blank");
        }
        parameters.put(name, value);
    }

    private static String withOpenid(String scope) {
        Set<String> scopes = Scopes.parse(scope);
        if (scopes.contains("openid")) {
            return scope;
        }
        return scopes.isEmpty() ? "openid" : "openid " + Scopes.text(scopes);
    }

    private void check() {
        String maxAge = parameters.get("max_age");
        if (maxAge != null && !SECONDS.matcher(maxAge).matches()) {
            throw invalid("max_age is no number of seconds");
        }
        if (parameters.containsKey("invitation") && !parameters.containsKey("organization")) {
            throw invalid("invitation needs organization");
        }
    }

    /** Returns what is asked for, as the session will remember it. */
    String scope() {
        return parameters.getOrDefault("scope", "openid");
    }

    @Nullable
    String audience() {
        return parameters.get("audience");
    }

    /** Returns what the ID token has to show. */
    Expectations expectations() {
        String maxAge = parameters.get("max_age");
        String acrValues = parameters.get("acr_values");
        String organization = parameters.get("organization");
        return new Expectations(
                maxAge == null ? null : Duration.ofSeconds(Long.parseLong(maxAge)),
                acrValues == null ? List.of() : List.of(SPACES.split(acrValues.strip())),
                organization == null ? null : organization.strip());
    }

    /** Returns whether the provider is to ask nobody anything. */
    boolean isSilent() {
        return "none".equals(parameters.get("prompt"));
    }

    static LoginException invalid(String problem) {
        return new LoginException(Auth0ErrorCode.LOGIN_OPTIONS_INVALID, problem);
    }

    /** Says which parameters are set and none of their values. */
    @Override
    public String toString() {
        return "RequestedLogin" + parameters.keySet();
    }
}
