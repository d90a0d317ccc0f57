package io.github.auth0jakarta;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a login differs from what the configuration says; immutable, each method returns other options.
 *
 * <p>Values are checked when the login begins: a parameter that the protocol sets itself is refused with
 * {@code login.options_invalid}, and so is application state of more than {@value #MAX_APP_STATE} characters.
 */
public final class LoginOptions {
    /** How many characters names and values of the application state may have together. */
    public static final int MAX_APP_STATE = 1024;

    private static final LoginOptions DEFAULTS = new LoginOptions(new Builder());

    private final Map<String, String> parameters;
    private final Map<String, String> appState;
    private final @Nullable String returnTo;
    private final @Nullable Duration maxAge;
    private final List<String> acrValues;
    private final boolean popup;

    private LoginOptions(Builder builder) {
        this.parameters = Map.copyOf(builder.parameters);
        this.appState = Map.copyOf(builder.appState);
        this.returnTo = builder.returnTo;
        this.maxAge = builder.maxAge;
        this.acrValues = builder.acrValues;
        this.popup = builder.popup;
    }

    private static final class Builder {
        private Map<String, String> parameters = new TreeMap<>();
        private Map<String, String> appState = Map.of();
        private @Nullable String returnTo;
        private @Nullable Duration maxAge;
        private List<String> acrValues = List.of();
        private boolean popup;

        LoginOptions build() {
            return new LoginOptions(this);
        }
    }

    private Builder copy() {
        Builder builder = new Builder();
        builder.parameters = new TreeMap<>(parameters);
        builder.appState = appState;
        builder.returnTo = returnTo;
        builder.maxAge = maxAge;
        builder.acrValues = acrValues;
        builder.popup = popup;
        return builder;
    }

    /** Returns options that change nothing. */
    public static LoginOptions defaults() {
        return DEFAULTS;
    }

    /** Returns options by which the browser comes to this place after the login; an unsafe one stands for the default. */
    public LoginOptions withReturnTo(String place) {
        Builder builder = copy();
        builder.returnTo = place;
        return builder.build();
    }

    /** Returns options with these scopes, separated by spaces, instead of {@code auth0.scope}; {@code openid} is added. */
    public LoginOptions withScope(String scope) {
        return withParameter("scope", scope);
    }

    /** Returns options that ask for an access token for this API instead of {@code auth0.audience}. */
    public LoginOptions withAudience(String audience) {
        return withParameter("audience", audience);
    }

    /** Returns options for a login to this organization, an id ({@code org_...}) or a name; the ID token has to name it. */
    public LoginOptions withOrganization(String organization) {
        return withParameter("organization", organization);
    }

    /** Returns options for whoever was invited to an organization; needs the organization as well. */
    public LoginOptions withInvitation(String invitation) {
        return withParameter("invitation", invitation);
    }

    /** Returns options with these values of {@code prompt} (OpenID Connect Core 3.1.2.1), separated by spaces. */
    public LoginOptions withPrompt(String prompt) {
        return withParameter("prompt", prompt);
    }

    /** Returns options for a login of which the provider is to make no form: it succeeds at once or comes to nothing. */
    public LoginOptions silent() {
        return withPrompt("none");
    }

    /** Returns options that ask the user again if the last login is longer ago; the ID token has to prove it. */
    public LoginOptions withMaxAge(Duration age) {
        Builder builder = copy();
        builder.maxAge = age;
        return builder.build();
    }

    /** Returns options that ask for one of these ways to authenticate, best first; the ID token has to name one. */
    public LoginOptions withAcrValues(String... values) {
        Builder builder = copy();
        builder.acrValues = List.of(values);
        return builder.build();
    }

    /** Returns options with a hint about who logs in. */
    public LoginOptions withLoginHint(String hint) {
        return withParameter("login_hint", hint);
    }

    /** Returns options for a login by this Auth0 connection. */
    public LoginOptions withConnection(String connection) {
        return withParameter("connection", connection);
    }

    /** Returns options for what Auth0 shows first: {@code signup} or {@code login}. */
    public LoginOptions withScreenHint(String hint) {
        return withParameter("screen_hint", hint);
    }

    /** Returns options for the languages of the provider's pages, best first, separated by spaces. */
    public LoginOptions withUiLocales(String locales) {
        return withParameter("ui_locales", locales);
    }

    /** Returns options with details of what is to be authorised, a JSON array (RFC 9396, 2). */
    public LoginOptions withAuthorizationDetails(String json) {
        return withParameter("authorization_details", json);
    }

    /** Returns options with any further parameter of the authorization request. */
    public LoginOptions withParameter(String name, String value) {
        Builder builder = copy();
        builder.parameters.put(name, value);
        return builder.build();
    }

    /** Returns options that carry this through the login to {@code CallbackHandler} and {@code LoggedIn}. */
    public LoginOptions withAppState(Map<String, String> state) {
        Builder builder = copy();
        builder.appState = Map.copyOf(state);
        return builder.build();
    }

    /** Returns options for a login in a window of its own, which tells its opener the result and closes. */
    public LoginOptions inPopup() {
        Builder builder = copy();
        builder.popup = true;
        return builder.build();
    }

    /** Returns the parameters of the authorization request, unmodifiable; {@code max_age} and {@code acr_values} not among them. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Returns a parameter; empty where these options do not set it. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns where the browser goes after the login; empty for the default. */
    public Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    /** Returns how long ago the last login may be; empty for any time. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** Returns the ways to authenticate that are asked for; empty for any. */
    public List<String> acrValues() {
        return acrValues;
    }

    /** Returns the application's own state, unmodifiable. */
    public Map<String, String> appState() {
        return appState;
    }

    /** Returns whether the login happens in a window of its own. */
    public boolean isPopup() {
        return popup;
    }

    /** Says which parameters are set and none of their values. */
    @Override
    public String toString() {
        return "LoginOptions[parameters=" + parameters.keySet() + ", popup=" + popup + "]";
    }
}
