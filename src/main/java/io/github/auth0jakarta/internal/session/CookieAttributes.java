package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.config.SameSite;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cookie is set and deleted with, so that both always name the same cookie; {@code HttpOnly} without exception.
 *
 * @param path where on the host the browser sends it, beginning with a slash
 * @param domain the domain whose hosts all get it, or null for the host that set it only
 * @param secure whether the browser sends it over TLS only
 * @param sameSite when the browser sends it along with requests of other sites
 * @param persistent whether it outlives the browser; if not, no {@code Max-Age} is given
 */
public record CookieAttributes(
        String path, @Nullable String domain, boolean secure, SameSite sameSite, boolean persistent) {

    private static final String HOST_PREFIX = "__Host-";
    private static final String SECURE_PREFIX = "__Secure-";

    /** RFC 6265 section 4.1.1: {@code path-value}, as far as we need it. */
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7E&&[^;]]*");

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    /** RFC 9110 section 5.6.2: {@code token}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** RFC 6265 section 4.1.1: {@code cookie-octet}. */
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]*");

    /** Refuses what a browser would refuse, or would understand as something else. */
    public CookieAttributes {
        require(PATH.matcher(path).matches(), "path");
        require(domain == null || DOMAIN.matcher(domain).matches(), "domain");
        require(secure || sameSite != SameSite.NONE, "SameSite=None without Secure");
    }

    /**
     * Returns the name with the prefix by which a browser guarantees these attributes (RFC 6265bis section 4.1.3):
     * {@code __Host-} or {@code __Secure-}, or none for a cookie without {@code Secure}. A prefix that the name has already
     * is replaced.
     */
    public String nameOf(String baseName) {
        String bare = withoutPrefix(withoutPrefix(baseName, HOST_PREFIX), SECURE_PREFIX);
        if (!secure) {
            return bare;
        }
        return (path.equals("/") && domain == null ? HOST_PREFIX : SECURE_PREFIX) + bare;
    }

    private static String withoutPrefix(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length()) ? name.substring(prefix.length()) : name;
    }

    /** Returns the {@code Set-Cookie} header that sets a cookie for as long. */
    public String set(String name, String value, Duration maxAge) {
        return header(name, value, persistent ? maxAge : null);
    }

    /** Returns the {@code Set-Cookie} header that deletes a cookie. */
    public String delete(String name) {
        return header(name, "", Duration.ZERO);
    }

    private String header(String name, String value, @Nullable Duration maxAge) {
        require(NAME.matcher(name).matches(), "name");
        require(VALUE.matcher(value).matches(), "value");
        StringBuilder header = new StringBuilder(value.length() + 160);
        header.append(name).append('=').append(value).append("; Path=").append(path);
        if (domain != null) {
            header.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            header.append("; Max-Age=").append(Math.max(0, maxAge.toSeconds()));
        }
        if (secure) {
            header.append("; Secure");
        }
        return header.append("; HttpOnly; SameSite=")
                .append(sameSite.attribute())
                .toString();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not allowed in a cookie: " + what);
        }
    }
}
