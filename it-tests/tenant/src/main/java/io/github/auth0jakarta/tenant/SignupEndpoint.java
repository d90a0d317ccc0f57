package io.github.auth0jakarta.tenant;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code /dbconnections/signup}: registers a user with a password; nobody is logged in by it. */
final class SignupEndpoint extends JsonPost {

    /** What Auth0's policy {@code low} asks for, and two more. */
    static final int SHORTEST_PASSWORD = 8;

    static final Set<String> PROFILE = Set.of("username", "given_name", "family_name", "name", "nickname", "picture");

    private final Accounts accounts;

    SignupEndpoint(ClientSource clients, Accounts accounts) {
        super(clients);
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return "/dbconnections/signup";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        Set<String> known = new HashSet<>(PROFILE);
        known.addAll(Set.of("connection", "email", "password", "user_metadata"));
        members.allowOnly(known);
        Accounts.requireDatabase(members.require("connection"));
        Accounts.Address address = Accounts.Address.mail(members.require("email"));
        String password = members.require("password");
        if (password.length() < SHORTEST_PASSWORD) {
            throw SignupRefused.weakPassword();
        }
        User draft = profile(accounts.draft(address, password), members).build();
        if (!accounts.register(draft, address)) {
            throw SignupRefused.invalid();
        }
        return Response.json(200, answer(draft));
    }

    /** Adds what the user says of the user. */
    static User.Builder profile(User.Builder user, JsonMembers members) {
        for (String name : Set.of("username", "given_name", "family_name", "nickname")) {
            String value = members.find(name);
            if (value != null) {
                user.claim(name, value);
            }
        }
        String name = members.find("name");
        String picture = members.find("picture");
        JsonMembers metadata = members.object("user_metadata");
        if (!metadata.values().isEmpty()) {
            user.claim("https://example.com/user_metadata", Map.copyOf(metadata.values()));
        }
        user = name == null ? user : user.name(name);
        return picture == null ? user : user.picture(picture);
    }

    private static Map<String, Object> answer(User user) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("_id", user.sub().substring(user.sub().indexOf('|') + 1));
        answer.put("email_verified", false);
        answer.put("email", user.email());
        return answer;
    }
}
