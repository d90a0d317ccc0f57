package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.session.RequestCookies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cookie jar of a browser that visits one address: keeps what {@code Set-Cookie} headers set, drops what they delete. */
public final class Browser {

    private final Map<String, String> jar = new LinkedHashMap<>();

    /** Takes the headers of a response. */
    public void receive(List<String> setCookieHeaders) {
        for (String header : setCookieHeaders) {
            String pair = header.substring(0, header.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            jar.remove(name);
            if (!header.contains("; Max-Age=0;")) {
                jar.put(name, pair.substring(name.length() + 1));
            }
        }
    }

    /** Returns what it sends with the next request. */
    public RequestCookies cookies() {
        return new RequestCookies(new ArrayList<>(jar.entrySet()));
    }
}
