package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.DatabaseConnectionService;
import io.github.auth0jakarta.DatabaseSignup;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Auth0's database connections, as an application that is not logged in to anything may use them. */
public final class DatabaseConnections implements DatabaseConnectionService {
    private static final Set<String> PROFILE =
            Set.of("username", "given_name", "family_name", "name", "nickname", "picture");
    /** Where the id stands, by the kind of connection. */
    private static final List<String> IDS = List.of("_id", "user_id", "id");

    private final AuthenticationApi api;
    private final JsonAnswers answers;
    private final Typed typed = new Typed(Auth0ErrorCode.PASSWORDLESS_REQUEST_INVALID);

    public DatabaseConnections(AuthenticationApi api, JsonAnswers answers) {
        this.api = api;
        this.answers = answers;
    }

    @Override
    public String signUp(DatabaseSignup signup) {
        typed.connection(signup.connection());
        typed.email(signup.email());
        typed.password(signup.password());
        typed.profile(signup.profile(), PROFILE);
        typed.metadata(signup.userMetadata());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", signup.connection());
        members.put("email", signup.email());
        members.put("password", signup.password());
        members.putAll(new TreeMap<>(signup.profile()));
        if (!signup.userMetadata().isEmpty()) {
            members.put("user_metadata", new TreeMap<>(signup.userMetadata()));
        }
        return id(AuthenticationApi.refusedAs(
                Auth0ErrorCode.PASSWORDLESS_REFUSED,
                () -> answers.object(
                        api.sendPublicly("dbconnections/signup", members),
                        Auth0ErrorCode.PASSWORDLESS_ANSWER_MALFORMED)));
    }

    private static String id(Map<String, Object> answer) {
        return IDS.stream()
                .map(answer::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow(() -> new AuthorizationServerException(
                        Auth0ErrorCode.PASSWORDLESS_ANSWER_MALFORMED, "the user's id is missing", 200, null));
    }

    @Override
    public void changePassword(String connection, String email) {
        typed.connection(connection);
        typed.email(email);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", connection);
        members.put("email", email);
        AuthenticationApi.refusedAs(Auth0ErrorCode.PASSWORDLESS_REFUSED, () -> {
            answers.requireSuccess(api.sendPublicly("dbconnections/change_password", members));
            return true;
        });
    }
}
