package io.github.auth0jakarta.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A browser for tests: keeps cookies, sends the headers of a browser, follows redirects only when told to, fills in
 * forms. It talks to loopback alone; a redirect to anywhere else fails the test.
 */
public final class HttpBrowser {

    private static final int MOST_REDIRECTS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client;
    private final CookieJar cookies;
    private final List<Answer> history = new ArrayList<>();

    /** Starts without cookies. */
    public HttpBrowser() {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(TIMEOUT)
                        .build(),
                new CookieJar());
    }

    private HttpBrowser(HttpClient client, CookieJar cookies) {
        this.client = client;
        this.cookies = cookies;
    }

    /** Returns another browser that has, from now on its own, copies of the cookies. */
    public HttpBrowser copy() {
        return new HttpBrowser(client, cookies.copy());
    }

    /** Returns another browser without cookies, which shares connections with this one. */
    public HttpBrowser stranger() {
        return new HttpBrowser(client, new CookieJar());
    }

    /** Returns the cookies. */
    public CookieJar cookies() {
        return cookies;
    }

    /** Returns all answers so far, oldest first. */
    public List<Answer> history() {
        return List.copyOf(history);
    }

    /** Navigates to an address and follows its redirects. */
    public Answer open(String address) {
        return follow(visit(address));
    }

    /** Navigates to an address and stays there, redirect or not. */
    public Answer visit(String address) {
        return get(RequestKind.NAVIGATION, address);
    }

    /** Sends a GET. */
    public Answer get(RequestKind kind, String address) {
        return send("GET", kind, URI.create(address), Map.of(), "");
    }

    /** Sends a GET with further headers, which win over those of the kind. */
    public Answer get(RequestKind kind, String address, Map<String, String> headers) {
        return send("GET", kind, URI.create(address), headers, "");
    }

    /** Sends a form by POST and stays there. */
    public Answer post(RequestKind kind, String address, Map<String, String> fields) {
        return send("POST", kind, URI.create(address), form(), HtmlForm.encode(fields));
    }

    /** Sends a form by POST with further headers. */
    public Answer postForm(RequestKind kind, String address, Map<String, String> headers, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(form());
        all.putAll(headers);
        return send("POST", kind, URI.create(address), all, HtmlForm.encode(fields));
    }

    /** Sends a POST with further headers and any body. */
    public Answer post(RequestKind kind, String address, Map<String, String> headers, String body) {
        return send("POST", kind, URI.create(address), headers, body);
    }

    /** Sends any method without a body. */
    public Answer request(String method, RequestKind kind, String address) {
        return send(method, kind, URI.create(address), Map.of(), "");
    }

    /** Submits a form and follows the redirects. */
    public Answer submit(HtmlForm form) {
        return follow(submitOnly(form));
    }

    /** Submits a form and stays there. */
    public Answer submitOnly(HtmlForm form) {
        String encoded = HtmlForm.encode(form.fields());
        if (form.method().equals("POST")) {
            return send("POST", RequestKind.NAVIGATION, form.action(), form(), encoded);
        }
        return visit(form.action() + "?" + encoded);
    }

    /** Follows redirects until there is none. */
    public Answer follow(Answer answer) {
        Answer current = answer;
        for (int i = 0; i < MOST_REDIRECTS && current.isRedirect(); i++) {
            current = step(current);
        }
        if (current.isRedirect()) {
            throw new IllegalStateException("more than " + MOST_REDIRECTS + " redirects, the last to " + current);
        }
        return current;
    }

    /** Follows one redirect. */
    public Answer step(Answer answer) {
        return visit(answer.location().orElseThrow().toString());
    }

    private static Map<String, String> form() {
        return Map.of("Content-Type", "application/x-www-form-urlencoded");
    }

    private Answer send(String method, RequestKind kind, URI uri, Map<String, String> headers, String body) {
        if (!Loopback.names(uri)) {
            throw new IllegalStateException("would leave this machine: " + uri);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(withoutFragment(uri))
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Map<String, String> all = new LinkedHashMap<>(kind.headers());
        cookies.header(uri).ifPresent(header -> all.put("Cookie", header));
        all.putAll(headers);
        all.forEach(request::setHeader);
        return remember(uri, exchange(request.build()));
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request, e);
        }
    }

    private Answer remember(URI uri, HttpResponse<String> response) {
        Answer answer = new Answer(uri, response.statusCode(), response.headers(), response.body());
        answer.cookies().forEach(cookie -> cookies.set(uri, cookie));
        history.add(answer);
        return answer;
    }
}
