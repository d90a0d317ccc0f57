package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.Auth0Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the pages show about the caller: {@code ${caller}} in a page. Texts that are not known are empty. */
@Named
@RequestScoped
public class Caller {
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

    /** Returns when the session ends, as ISO 8601. */
    public String getExpiresAt() {
        return session.expiresAt().map(Object::toString).orElse("");
    }

    private String text(String claim) {
        Map<String, Object> claims = session.claims();
        return claims.get(claim) instanceof String text ? text : "";
    }
}
