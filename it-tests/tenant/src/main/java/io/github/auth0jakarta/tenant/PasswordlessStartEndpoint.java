package io.github.auth0jakarta.tenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /passwordless/start}: sends a code or a link to somebody, known or not. */
final class PasswordlessStartEndpoint extends JsonPost {

    private final String issuer;
    private final PasswordlessCodes codes;
    private final AuthorizationRequestParser parser;
    private final Outbox outbox;
    private final Randomness randomness;

    PasswordlessStartEndpoint(
            ClientSource clients,
            String issuer,
            PasswordlessCodes codes,
            AuthorizationRequestParser parser,
            Outbox outbox,
            Randomness randomness) {
        super(clients);
        this.issuer = issuer;
        this.codes = codes;
        this.parser = parser;
        this.outbox = outbox;
        this.randomness = randomness;
    }

    @Override
    public String path() {
        return "/passwordless/start";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        return switch (members.require("connection")) {
            case Accounts.EMAIL -> mail(client, members, request);
            case Accounts.SMS -> message(client, members, request);
            default -> throw Accounts.refused("bad.connection", "Connection does not exist");
        };
    }

    private Response mail(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("connection", "email", "send", "authParams"));
        Accounts.Address address = Accounts.Address.mail(members.require("email"));
        String send = members.find("send");
        if (send == null || send.equals("link")) {
            sendLink(client, members, address, request);
        } else if (send.equals("code") && !members.values().containsKey("authParams")) {
            sendCode(client, address, request);
        } else {
            throw JsonMembers.malformed("send is neither code nor link, or authParams come with a code");
        }
        return done("email", address);
    }

    private Response message(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("connection", "phone_number"));
        Accounts.Address address = Accounts.Address.phone(members.require("phone_number"));
        sendCode(client, address, request);
        return done("phone_number", address);
    }

    private void sendCode(Client client, Accounts.Address address, Request request) {
        send(address, Outbox.Kind.CODE, codes.forCode(client, address), request);
    }

    /** What the link is to begin is checked now and stays here: whoever reads the mail alters nothing of it. */
    private void sendLink(Client client, JsonMembers members, Accounts.Address address, Request request) {
        Parameters parameters = parameters(client, members.object("authParams"));
        AuthorizationRequest begun = parser.parseForLink(parser.returnAddress(parameters), parameters);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", client.id());
        query.put("connection", Accounts.EMAIL);
        query.put("email", address.address());
        query.put("verification_code", codes.forLink(begun, address));
        String link = issuer + PasswordlessLinkEndpoint.PATH.substring(1);
        send(address, Outbox.Kind.LINK, Redirects.with(link, query), request);
    }

    private static Parameters parameters(Client client, JsonMembers authorization) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        authorization.values().keySet().forEach(name -> values.put(name, List.of(authorization.require(name))));
        values.put("client_id", List.of(client.id()));
        return new Parameters(values);
    }

    private void send(Accounts.Address address, Outbox.Kind kind, String content, Request request) {
        outbox.send(new Outbox.Message(address.address(), kind, content, request.header("x-request-language")));
    }

    private Response done(String name, Accounts.Address address) {
        return Response.json(200, Map.of("_id", randomness.id(), name, address.address()));
    }
}
