package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.session.RequestCookies;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it reaches the library, to {@code http://localhost:8080} unless a test says otherwise.
 *
 * <p>What the library must not ask for, such as parameters that may come from a body, it cannot: those methods fail.
 */
public final class FakeRequest {
    private final String method;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpServletRequest servlet = Fakes.of(HttpServletRequest.class, this::answer);
    private String path;
    private String query;
    private String contextPath = "";
    private String scheme = "http";
    private String serverName = "localhost";
    private int port = 8080;
    private RequestCookies cookies = RequestCookies.NONE;
    private FakeHttpSession session;
    private String contentType;
    private byte[] body = {};
    private long contentLength = -1;
    private ByteArrayInputStream stream;

    private FakeRequest(String method, String pathAndQuery) {
        this.method = method;
        int mark = pathAndQuery.indexOf('?');
        this.path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        this.query = mark < 0 ? null : pathAndQuery.substring(mark + 1);
    }

    public static FakeRequest get(String pathAndQuery) {
        return new FakeRequest("GET", pathAndQuery);
    }

    public static FakeRequest of(String method, String pathAndQuery) {
        return new FakeRequest(method, pathAndQuery);
    }

    public FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
        return this;
    }

    public FakeRequest cookies(RequestCookies sent) {
        cookies = sent;
        return this;
    }

    /** Puts the application below this path. */
    public FakeRequest context(String value) {
        path = value + path;
        contextPath = value;
        return this;
    }

    public FakeRequest query(String value) {
        query = value;
        return this;
    }

    public FakeRequest origin(String newScheme, String host, int newPort) {
        scheme = newScheme;
        serverName = host;
        port = newPort;
        return this;
    }

    public FakeRequest session(FakeHttpSession containerSession) {
        session = containerSession;
        return this;
    }

    /** Gives it a body of this type. */
    public FakeRequest body(String type, String text) {
        contentType = type;
        body = text.getBytes(StandardCharsets.UTF_8);
        contentLength = body.length;
        return header("Content-Type", type);
    }

    /** Does not say beforehand how long the body is. */
    public FakeRequest chunked() {
        contentLength = -1;
        return this;
    }

    /** Returns how much of the body nobody has read. */
    public int unread() {
        return stream.available();
    }

    public HttpServletRequest servlet() {
        return servlet;
    }

    private Object answer(Method called, Object[] arguments) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getContextPath" -> contextPath;
            case "getScheme" -> scheme;
            case "getServerName" -> serverName;
            case "getServerPort", "getLocalPort" -> port;
            case "getHeader" -> values(arguments).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(values(arguments));
            case "getCookies" -> servletCookies();
            case "getContentType" -> contentType;
            case "getContentLengthLong" -> contentLength;
            case "getInputStream" -> inputStream();
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getSession" -> containerSession(arguments);
            case "changeSessionId" -> session.changeId();
            default -> throw new UnsupportedOperationException(called.toString());
        };
    }

    private ServletInputStream inputStream() {
        stream = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return stream.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return stream.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return stream.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private List<String> values(Object[] arguments) {
        return headers.getOrDefault(((String) arguments[0]).toLowerCase(Locale.ROOT), List.of());
    }

    private Cookie[] servletCookies() {
        return cookies.pairs().isEmpty()
                ? null
                : cookies.pairs().stream()
                        .map(pair -> new Cookie(pair.getKey(), pair.getValue()))
                        .toArray(Cookie[]::new);
    }

    /** The library never makes a session of the container. */
    private HttpSession containerSession(Object[] arguments) {
        if (arguments.length != 1 || (boolean) arguments[0]) {
            throw new UnsupportedOperationException("a session would be created");
        }
        return session == null ? null : session.servlet();
    }
}
