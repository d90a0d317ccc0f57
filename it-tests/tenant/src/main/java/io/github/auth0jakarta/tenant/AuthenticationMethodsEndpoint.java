package io.github.auth0jakarta.tenant;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /me/v1/authentication-methods}: a passkey for the user of an access token, begun here and completed at {@code {id}/verify}. */
final class AuthenticationMethodsEndpoint extends MyAccountEndpoint {

    private static final String PATH = "/me/v1/authentication-methods";
    private static final String SCOPE = "create:me:authentication_methods";
    private static final Pattern VERIFY = Pattern.compile(PATH + "/([A-Za-z0-9%._~-]{1,200})/verify");
    private static final String ID_PREFIX = "passkey|";

    private final String issuer;
    private final Directory directory;
    private final PasskeyCeremonies ceremonies;
    private final PasskeyVerifier passkeyVerifier;
    private final Passkeys passkeys;

    AuthenticationMethodsEndpoint(
            String issuer,
            Directory directory,
            PasskeyCeremonies ceremonies,
            PasskeyVerifier passkeyVerifier,
            Passkeys passkeys,
            JwtVerifier verifier,
            DpopProofs proofs,
            InstantSource clock) {
        super(issuer, verifier, proofs, clock);
        this.issuer = issuer;
        this.directory = directory;
        this.ceremonies = ceremonies;
        this.passkeyVerifier = passkeyVerifier;
        this.passkeys = passkeys;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int levelsBelow() {
        return 2;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    Response answer(Request request) {
        Map<String, Object> claims = claims(request, SCOPE);
        User user = directory.require(String.valueOf(claims.get("sub")));
        Client client = directory.client(String.valueOf(claims.get("azp")));
        if (client == null) {
            throw JsonMembers.malformed("the client is gone");
        }
        JsonMembers members = new JsonMembers(request.json());
        if (request.path().equals(PATH)) {
            return begin(client, user, members);
        }
        Matcher path = VERIFY.matcher(request.path());
        return path.matches()
                ? complete(URLDecoder.decode(path.group(1), StandardCharsets.UTF_8), client, user, members)
                : Response.of(404, "application/problem+json", "{\"title\":\"Not Found\",\"status\":404}");
    }

    private Response begin(Client client, User user, JsonMembers members) {
        members.allowOnly(Set.of("type", "connection", "identity"));
        if (!members.require("type").equals("passkey")) {
            throw JsonMembers.malformed("only passkeys are enrolled here");
        }
        String connection = members.find("connection");
        if (connection != null) {
            Accounts.requireDatabase(connection);
        }
        String identity = members.find("identity");
        if (identity != null && !user.sub().endsWith("|" + identity)) {
            throw JsonMembers.malformed("identity is not the user's");
        }
        Map<String, Object> begun = ceremonies.begin(
                new PasskeyCeremonies.Asked(client.id(), PasskeyCeremonies.Purpose.ENROLMENT, user, null, null));
        String id = id(String.valueOf(begun.get("auth_session")));
        return Response.json(201, begun)
                .withHeader(
                        "Location", issuer + PATH.substring(1) + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    /** One authentication method for each challenge, so the one names the other, but does not tell it. */
    private static String id(String authSession) {
        return ID_PREFIX + PasskeyVerifier.hash(authSession);
    }

    private Response complete(String id, Client client, User user, JsonMembers members) {
        members.allowOnly(Set.of("auth_session", "authn_response"));
        String authSession = members.require("auth_session");
        if (!id.equals(id(authSession))) {
            throw JsonMembers.malformed("auth_session is of another authentication method");
        }
        PasskeyCeremonies.Ceremony ceremony = ceremonies.take(authSession, client.id());
        if (!user.equals(ceremony.asked().user())
                || ceremony.asked().purpose() != PasskeyCeremonies.Purpose.ENROLMENT) {
            throw JsonMembers.malformed("auth_session is for another user or purpose");
        }
        Passkeys.Passkey passkey =
                passkeyVerifier.created(members.object("authn_response"), ceremony.challenge(), client, user.sub());
        passkeys.add(passkey);
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("id", id);
        method.put("type", "passkey");
        method.put("key_id", passkey.id());
        return Response.json(201, method);
    }
}
