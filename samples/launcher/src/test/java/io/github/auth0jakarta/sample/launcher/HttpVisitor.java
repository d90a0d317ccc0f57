package io.github.auth0jakarta.sample.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A visitor without a browser: keeps cookies, follows redirects, and sends what a browser would send. */
public final class HttpVisitor implements Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpClient withoutSession = HttpClient.newHttpClient();
    private final String url;
    private @Nullable HttpResponse<String> page;

    public HttpVisitor(String url) {
        this.url = url;
    }

    @Override
    public void open(String path) {
        navigate(URI.create(url + path));
    }

    @Override
    public void press(String id) {
        Matcher link = find("<a [^>]*id=\"" + id + "\"[^>]*href=\"([^\"]*)\"");
        navigate(page().uri().resolve(link.group(1).replace("&amp;", "&")));
    }

    @Override
    public void logIn(String email, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ticket", find("name=\"ticket\" value=\"([^\"]*)\"").group(1));
        fields.put("email", email);
        fields.put("password", password);
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI action = page().uri().resolve(find("action=\"([^\"]*)\"").group(1));
        page = send(
                client,
                navigation(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    @Override
    public ApiAnswer callApi(String buttonId) {
        boolean anonymous = find("id=\"" + buttonId + "\" data-credentials=\"([^\"]*)\"")
                .group(1)
                .equals("omit");
        URI api = page().uri().resolve(find("data-api=\"([^\"]*)\"").group(1));
        HttpRequest.Builder request = request(api)
                .header("Accept", "application/json")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Dest", "empty")
                .header("Sec-Fetch-Site", "same-origin");
        HttpResponse<String> answer = send(anonymous ? withoutSession : client, request);
        return new ApiAnswer(
                Integer.toString(answer.statusCode()),
                answer.headers().firstValue("WWW-Authenticate").orElse("not sent"),
                answer.body());
    }

    /** Posts nothing to a path as a script of the current page would; returns the body of the answer. */
    public String post(String path) {
        HttpRequest.Builder request = request(URI.create(url + path))
                .header("Accept", "application/json")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Dest", "empty")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody());
        return send(client, request).body();
    }

    @Override
    public String address() {
        return page().uri().toString();
    }

    @Override
    public int status() {
        return page().statusCode();
    }

    @Override
    public String text(String id) {
        return find("<(\\w+)[^>]* id=\"" + id + "\"[^>]*>(.*?)</\\1>")
                .group(2)
                .replaceAll("<[^>]*>", " ")
                .strip();
    }

    @Override
    public void takePicture(String name) {
        // There is nothing to see without a browser.
    }

    @Override
    public void close() {
        // The clients' threads end with them.
    }

    @Override
    public String toString() {
        return "over plain HTTP: NO CHROMIUM FOUND, THE BROWSER PART WAS LEFT OUT";
    }

    private void navigate(URI address) {
        page = send(client, navigation(address));
    }

    private HttpResponse<String> page() {
        return Objects.requireNonNull(page, "no page is open");
    }

    private Matcher find(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page().body());
        if (!matcher.find()) {
            throw new AssertionError(page().uri() + " has no " + pattern + ":\n" + page().body());
        }
        return matcher;
    }

    private static HttpRequest.Builder navigation(URI address) {
        return request(address)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
