package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response, taken apart for assertions. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Map<String, Object> json() {
        try {
            return JSONObjectUtils.parse(body());
        } catch (ParseException e) {
            throw new AssertionError("no JSON: " + body(), e);
        }
    }

    String text(String member) {
        return String.valueOf(json().get(member));
    }

    /** Status and OAuth error code of a JSON answer, such as "400 invalid_grant". */
    String error() {
        return status() + " " + text("error");
    }

    /** Status and error code of an error page. */
    String pageError() {
        int start = body().indexOf("<code id=\"error\">");
        return start < 0
                ? status() + " no error page"
                : status() + " " + body().substring(start + 17, body().indexOf("</code>", start));
    }

    String location() {
        return header("Location");
    }

    /** The code that the browser is sent back with. */
    String code() {
        String code = redirected("code");
        if (code == null) {
            throw new AssertionError("no code in " + location() + " " + body());
        }
        return code;
    }

    /** A parameter of the address that the browser is sent to, or null. */
    @Nullable
    String redirected(String parameter) {
        return Parameters.parse(URI.create(location()).getRawQuery()).find(parameter);
    }

    /** Status and error code of a redirect back to the client. */
    String redirectError() {
        return status() + " " + redirected("error");
    }

    /** The value of a hidden field. */
    String hidden(String name) {
        String marker = "name=\"" + name + "\" value=\"";
        int start = body().indexOf(marker);
        if (start < 0) {
            throw new AssertionError("no field " + name + " in " + body());
        }
        return body().substring(start + marker.length(), body().indexOf('"', start + marker.length()));
    }
}
