package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what login needs; problems are collected, not thrown. */
final class LoginReader {
    /** What a link to the login route must not set, however an application wishes it. */
    private static final Set<String> FIXED_PARAMETERS = ProtocolParameters.ofAuthorizationAnd("authorization_details");

    /** What the connect route takes itself. */
    private static final Set<String> CONNECT_PARAMETERS = Set.of("connection", "scope", "scopes", "returnTo");

    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    /** With the longest name and domain, the cookie still has room for a value. */
    private static final Pattern COOKIE_PATH = Pattern.compile("/[!-:<-~]{0,127}");

    private static final Pattern COOKIE_DOMAIN =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Values values;
    private final Problems problems;
    private final boolean insecureAllowed;

    LoginReader(Values values, Problems problems, boolean insecureAllowed) {
        this.values = values;
        this.problems = problems;
        this.insecureAllowed = insecureAllowed;
    }

    Auth0Config.Login read(Auth0Config.Client client) {
        List<URI> baseUrls = baseUrls();
        Auth0Config.Redirects redirects = client.redirects();
        return new Auth0Config.Login(
                client,
                redirects.audience(),
                redirects.scope(),
                redirects.authorizationParams(),
                audienceScopes(),
                requests(redirects),
                new Auth0Config.ReturnTo(
                        values.textOrDefault(ConfigKey.LOGIN_DEFAULT_RETURN_TO),
                        values.origins(ConfigKey.ALLOWED_RETURN_TO_ORIGINS, insecureAllowed)),
                secrets(),
                baseUrls,
                routes(),
                session(baseUrls),
                new Auth0Config.Transaction(
                        values.duration(ConfigKey.TRANSACTION_DURATION, SECOND, Duration.ofHours(1)),
                        values.count(ConfigKey.TRANSACTION_MAXIMUM, 1, 10)),
                logout(redirects),
                new Auth0Config.BackchannelLogout(
                        values.flag(ConfigKey.BACKCHANNEL_ALLOW_MISSING_EXP),
                        values.flag(ConfigKey.BACKCHANNEL_ALLOW_MISSING_TYP)),
                connectParameters(),
                values.flag(ConfigKey.PROFILE_NO_CONTENT),
                values.duration(ConfigKey.MFA_TOKEN_TTL, SECOND, Duration.ofMinutes(10)));
    }

    private Set<String> connectParameters() {
        Set<String> allowed = Set.copyOf(values.list(ConfigKey.CONNECT_ALLOWED_PARAMETERS));
        if (allowed.stream().anyMatch(name -> FIXED_PARAMETERS.contains(name) || CONNECT_PARAMETERS.contains(name))) {
            problems.add(ConfigKey.CONNECT_ALLOWED_PARAMETERS, "names a parameter that the protocol sets");
        }
        return allowed;
    }

    private Auth0Config.Requests requests(Auth0Config.Redirects redirects) {
        Set<String> allowed = Set.copyOf(values.list(ConfigKey.LOGIN_ALLOWED_PARAMETERS));
        if (allowed.stream().anyMatch(FIXED_PARAMETERS::contains)) {
            problems.add(ConfigKey.LOGIN_ALLOWED_PARAMETERS, "names a parameter that the protocol sets");
        }
        return new Auth0Config.Requests(
                redirects.pushed(),
                values.oneOf(ConfigKey.RESPONSE_MODE, Auth0Config.Requests.ResponseMode.class),
                allowed,
                redirects.organization(),
                values.flag(ConfigKey.LOGIN_SILENT));
    }

    private Auth0Config.Logout logout(Auth0Config.Redirects redirects) {
        return new Auth0Config.Logout(
                redirects.logoutStrategy(),
                redirects.federated(),
                values.flag(ConfigKey.LOGOUT_ID_TOKEN_HINT),
                values.flag(ConfigKey.LOGOUT_REVOKE_REFRESH_TOKEN),
                values.path(ConfigKey.LOGOUT_RETURN_PATH),
                values.flag(ConfigKey.LOGOUT_CLEAR_SITE_DATA));
    }

    /** Each element is an audience and, behind it, scopes. */
    private Map<String, Set<String>> audienceScopes() {
        Map<String, Set<String>> scopes = new TreeMap<>();
        for (String element : values.list(ConfigKey.AUDIENCE_SCOPES)) {
            List<String> words = List.of(element.split(" +"));
            if (words.size() < 2 || scopes.put(words.get(0), Set.copyOf(words.subList(1, words.size()))) != null) {
                problems.add(ConfigKey.AUDIENCE_SCOPES, "has an audience without scopes, or twice");
            }
        }
        return Map.copyOf(scopes);
    }

    private List<CookieSecret> secrets() {
        if (values.text(ConfigKey.SECRET) == null) {
            problems.add(ConfigKey.SECRET, "is missing");
        }
        return values.secrets(ConfigKey.SECRET);
    }

    private List<URI> baseUrls() {
        if (values.text(ConfigKey.APP_BASE_URL) == null && !insecureAllowed) {
            problems.add(ConfigKey.APP_BASE_URL, "is missing");
        }
        return values.baseUrls(insecureAllowed);
    }

    private Auth0Config.Routes routes() {
        String callback = values.route(ConfigKey.ROUTES_CALLBACK);
        if (callback == null) {
            problems.add(ConfigKey.ROUTES_CALLBACK, "cannot be off");
            callback = ConfigKey.ROUTES_CALLBACK.defaultText();
        }
        Auth0Config.Routes routes = new Auth0Config.Routes(
                values.route(ConfigKey.ROUTES_LOGIN),
                callback,
                values.route(ConfigKey.ROUTES_LOGOUT),
                values.route(ConfigKey.ROUTES_PROFILE),
                values.route(ConfigKey.ROUTES_ACCESS_TOKEN),
                values.route(ConfigKey.ROUTES_BACKCHANNEL_LOGOUT),
                values.route(ConfigKey.ROUTES_MFA),
                values.route(ConfigKey.ROUTES_CONNECT));
        Set<String> different = new HashSet<>();
        if (!routes.all().stream().allMatch(different::add)) {
            problems.add("auth0.routes.*", "has one path for two routes");
        }
        return routes;
    }

    private Auth0Config.Session session(List<URI> baseUrls) {
        boolean https = !baseUrls.isEmpty() && baseUrls.stream().allMatch(url -> "https".equals(url.getScheme()));
        boolean secure = values.flag(ConfigKey.SESSION_COOKIE_SECURE, https);
        if (https && !secure) {
            problems.add(ConfigKey.SESSION_COOKIE_SECURE, "is false although the application is reached by https");
        }
        SameSite sameSite = values.oneOf(ConfigKey.SESSION_COOKIE_SAME_SITE, SameSite.class);
        if (sameSite == SameSite.NONE && !secure) {
            problems.add(ConfigKey.SESSION_COOKIE_SAME_SITE, "is None, which browsers take for Secure cookies only");
        }
        return new Auth0Config.Session(
                values.oneOf(ConfigKey.SESSION_STORE, Auth0Config.Session.Store.class),
                values.count(ConfigKey.SESSION_MEMORY_MAXIMUM, 1, 10_000_000),
                values.flag(ConfigKey.SESSION_ROLLING),
                values.duration(ConfigKey.SESSION_ABSOLUTE, SECOND, Duration.ofDays(400)),
                values.duration(ConfigKey.SESSION_INACTIVITY, SECOND, Duration.ofDays(400)),
                new Auth0Config.Cookie(
                        cookieName(),
                        cookieDomain(),
                        cookiePath(),
                        sameSite,
                        secure,
                        values.flag(ConfigKey.SESSION_COOKIE_TRANSIENT),
                        values.count(ConfigKey.SESSION_COOKIE_PREFERRED_SIZE, 1_000, 17_500)));
    }

    private String cookieName() {
        String name = values.textOrDefault(ConfigKey.SESSION_COOKIE_NAME);
        if (!COOKIE_NAME.matcher(name).matches()) {
            problems.add(ConfigKey.SESSION_COOKIE_NAME, "has a character that a cookie's name cannot have");
        }
        if (name.startsWith("__Host-") || name.startsWith("__Secure-")) {
            problems.add(ConfigKey.SESSION_COOKIE_NAME, "has a prefix that is put there by itself");
        }
        return name;
    }

    private String cookiePath() {
        String path = values.textOrDefault(ConfigKey.SESSION_COOKIE_PATH);
        if (!COOKIE_PATH.matcher(path).matches()) {
            problems.add(
                    ConfigKey.SESSION_COOKIE_PATH, "is not a path of at most 128 characters that a cookie can have");
        }
        return path;
    }

    private @Nullable String cookieDomain() {
        String domain = values.text(ConfigKey.SESSION_COOKIE_DOMAIN);
        if (domain != null && !COOKIE_DOMAIN.matcher(domain).matches()) {
            problems.add(ConfigKey.SESSION_COOKIE_DOMAIN, "is not a domain name");
        }
        return domain;
    }
}
