package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Posts JSON objects, as the client of the demo unless they say otherwise; a member that is altered to an empty text is left out. */
record JsonClient(Application application) {

    Answer post(String path, Map<String, Object> members) throws IOException, InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>(Application.credentials());
        all.putAll(members);
        return send(path, all);
    }

    /** Posts as a client that proves nothing. */
    Answer postPublicly(String path, Map<String, Object> members) throws IOException, InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("client_id", Demo.CLIENT_ID));
        all.putAll(members);
        return send(path, all);
    }

    private Answer send(String path, Map<String, Object> members) throws IOException, InterruptedException {
        members.values().removeIf(""::equals);
        return application.browser.send(Browser.request(application.at(path))
                .header("Content-Type", "application/json")
                .header("x-request-language", "de")
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(members))));
    }

    /** Posts what belongs to the user of an access token. */
    Answer postAs(String path, String accessToken, Map<String, Object> members)
            throws IOException, InterruptedException {
        return application.browser.send(Browser.request(application.at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + accessToken)
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(members))));
    }
}
