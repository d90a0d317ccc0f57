package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.Auth0Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the pages show about the caller: {@code ${caller}} in a page. Texts that are not known are empty. */
@Named
@RequestScoped
public class Caller {
    /** The {@code acr} of a login with a second factor. */
    static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    private static final Pattern FIRST_LETTER = Pattern.compile("\\b\\p{L}");

    @Inject
    private Auth0Session session;

    public boolean isLoggedIn() {
        return session.isAuthenticated();
    }

    /** Returns the name for people where the provider tells one. */
    public String getName() {
        String name = text("name");
        return name.isEmpty() ? session.callerName().orElse("") : name;
    }

    public String getSubject() {
        return session.subject().orElse("");
    }

    public String getInitials() {
        return FIRST_LETTER
                .matcher(getName())
                .results()
                .limit(2)
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    public String getEmail() {
        return text("email");
    }

    /** Returns the address of a picture, as long as loading it keeps the page's transport security. */
    public String getPicture() {
        String picture = text("picture");
        return picture.startsWith("https://") ? picture : "";
    }

    /** Returns the groups: roles and permissions first, then the scopes of the access token. */
    public List<String> getGroups() {
        return session.groups().stream()
                .sorted(Comparator.comparing((String group) -> group.startsWith("SCOPE_"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    public SortedMap<String, Object> getClaims() {
        return new TreeMap<>(session.claims());
    }

    /** Returns whether the caller has shown a second factor at this login. */
    public boolean isMultiFactor() {
        return getAcr().equals(MULTI_FACTOR);
    }

    /** Returns what the login was good for (OpenID Connect Core 2). */
    public String getAcr() {
        return text("acr");
    }

    /** Returns how the caller logged in, such as {@code pwd, mfa}, as far as the provider tells (RFC 8176). */
    public String getAmr() {
        return session.claims().get("amr") instanceof List<?> methods
                ? methods.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    /** Returns when the caller logged in, as ISO 8601. */
    public String getLoggedInAt() {
        return text(session.loggedInAt());
    }

    /** Returns when the session ends if it is not used again, as ISO 8601. */
    public String getExpiresAt() {
        return text(session.expiresAt());
    }

    /** Returns when the session ends however much it is used, as ISO 8601. */
    public String getLatestExpiresAt() {
        return text(session.latestExpiresAt());
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    private String text(String claim) {
        Map<String, Object> claims = session.claims();
        return claims.get(claim) instanceof String text ? text : "";
    }
}
