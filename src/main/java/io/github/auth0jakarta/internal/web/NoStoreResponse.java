package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Set;
import java.util.TreeSet;

/**
 * The response to a request with a session: not to be stored unless the application says otherwise, and whatever it says
 * where a session cookie is set.
 *
 * <p>Without the first, the back button would show a page after the logout; without the second, a page that says
 * {@code Cache-Control: public} would have a shared cache hand one caller's cookie to others.
 */
public final class NoStoreResponse extends HttpServletResponseWrapper {
    private static final Set<String> CACHING = caseInsensitive("Cache-Control", "Pragma", "Expires");

    private final HttpServletRequest request;
    private boolean byDefault;

    public NoStoreResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
        if (request.getAttribute(Answers.NO_STORE) == null) {
            response.setHeader("Cache-Control", "no-store");
            byDefault = true;
        }
    }

    private static Set<String> caseInsensitive(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    private boolean isFixed(String name) {
        return Answers.isNoStore(request) && CACHING.contains(name);
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Vary")) {
            super.addHeader(name, value); // to Cookie, which the session depends on
        } else if (!isFixed(name)) {
            byDefault &= !name.equalsIgnoreCase("Cache-Control");
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (byDefault && name.equalsIgnoreCase("Cache-Control")) {
            setHeader(name, value);
        } else if (!isFixed(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (!isFixed(name)) {
            super.setDateHeader(name, date);
        }
    }

    @Override
    public void addDateHeader(String name, long date) {
        if (!isFixed(name)) {
            super.addDateHeader(name, date);
        }
    }
}
