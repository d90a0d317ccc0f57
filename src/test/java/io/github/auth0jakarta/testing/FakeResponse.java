package io.github.auth0jakarta.testing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A response that keeps what it is told; once it has begun, a change of status or headers fails. */
public final class FakeResponse {
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final HttpServletResponse servlet = Fakes.of(HttpServletResponse.class, this::answer);
    private int status = 200;
    private boolean committed;

    public HttpServletResponse servlet() {
        return servlet;
    }

    /** Begins the answer, so that it is too late for headers. */
    public FakeResponse commit() {
        committed = true;
        return this;
    }

    public int status() {
        return status;
    }

    /** Returns the one value of a header, null where it was not set. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new IllegalStateException(name + " was set several times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    public List<String> setCookies() {
        return headers("Set-Cookie");
    }

    /** Returns whether every cache is told to keep away. */
    public boolean isNoStore() {
        return List.of(String.valueOf(header("Cache-Control"))
                        .toLowerCase(Locale.ROOT)
                        .split(",\\s*"))
                .contains("no-store");
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private Object answer(Method called, Object[] arguments) {
        return switch (called.getName()) {
            case "getStatus" -> status;
            case "containsHeader" -> header((String) arguments[0]) != null;
            case "isCommitted" -> committed;
            case "getOutputStream" -> new Body();
            case "flushBuffer" -> {
                committed = true;
                yield null;
            }
            default -> {
                change(called, arguments);
                yield null;
            }
        };
    }

    private void change(Method called, Object[] arguments) {
        if (committed) {
            throw new IllegalStateException(called.getName() + " after the answer has begun");
        }
        switch (called.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader", "setDateHeader" -> {
                headers.remove((String) arguments[0]);
                add((String) arguments[0], arguments[1]);
            }
            case "addHeader", "addDateHeader" -> add((String) arguments[0], arguments[1]);
            case "setContentType" -> add("Content-Type", arguments[0]);
            case "setContentLength" -> add("Content-Length", arguments[0]);
            default -> throw new UnsupportedOperationException(called.toString());
        }
    }

    private void add(String name, Object value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(String.valueOf(value));
    }

    private final class Body extends ServletOutputStream {
        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
