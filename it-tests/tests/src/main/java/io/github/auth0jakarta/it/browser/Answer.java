package io.github.auth0jakarta.it.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * An answer to one request.
 *
 * @param uri the address that was asked
 * @param status the HTTP status
 * @param headers all headers
 * @param body the body as text
 */
public record Answer(URI uri, int status, HttpHeaders headers, String body) {

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns all values of a header. */
    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    /** Returns whether the browser is sent elsewhere. */
    public boolean isRedirect() {
        return status >= 300 && status < 400 && location().isPresent();
    }

    /** Returns the absolute address that the answer points to. */
    public Optional<URI> location() {
        return header("Location").map(uri::resolve);
    }

    /** Returns the cookies that the answer sets or removes. */
    public List<SetCookie> cookies() {
        return headers.allValues("Set-Cookie").stream().map(SetCookie::parse).toList();
    }

    /** Returns the only form of the page. */
    public HtmlForm form() {
        List<HtmlForm> forms = HtmlForm.all(uri, body);
        if (forms.size() != 1) {
            throw new IllegalStateException(forms.size() + " forms, not one, in " + this + "\n" + body);
        }
        return forms.get(0);
    }

    /** Returns the form with this id. */
    public HtmlForm form(String id) {
        return HtmlForm.all(uri, body).stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form " + id + " in " + this + "\n" + body));
    }

    /** Returns the body as a JSON object. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** Says what was answered, not with what. */
    @Override
    public String toString() {
        return status + " " + uri;
    }
}
