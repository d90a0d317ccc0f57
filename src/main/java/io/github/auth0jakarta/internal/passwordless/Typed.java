package io.github.auth0jakarta.internal.passwordless;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what people have typed in, or their browsers have sent, before anything of it goes to the provider. */
final class Typed {
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@]{1,256}@[^\\s\\p{Cntrl}@]{1,255}");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_SESSION = 8 * 1024;
    private static final int LONGEST_VALUE = 1024;
    private static final int MOST_MEMBERS = 20;

    private final Auth0ErrorCode invalid;

    /**
     * @param invalid the code for what breaks a rule
     */
    Typed(Auth0ErrorCode invalid) {
        this.invalid = invalid;
    }

    void email(String text) {
        require(EMAIL.matcher(text).matches(), "the mail address is none");
    }

    void phoneNumber(String text) {
        require(PHONE_NUMBER.matcher(text).matches(), "the phone number is none in E.164");
    }

    void code(String text) {
        require(CODE.matcher(text).matches(), "the code is blank, too long, or has a character that none has");
    }

    void language(String text) {
        require(LANGUAGE.matcher(text).matches(), "the language is none");
    }

    void connection(String text) {
        require(isVisible(text, LONGEST_NAME), "the connection is blank, too long, or has a character that none has");
    }

    void organization(String text) {
        require(isVisible(text, LONGEST_NAME), "the organization is blank, too long, or has a character that none has");
    }

    void authSession(String text) {
        require(
                isVisible(text, LONGEST_SESSION),
                "the auth_session is blank, too long, or has a character that none has");
    }

    void password(String text) {
        require(!text.isBlank() && text.length() <= LONGEST_VALUE, "the password is blank or too long");
    }

    /** Attributes of a user, of which only these names exist. */
    void profile(Map<String, String> members, Set<String> names) {
        require(names.containsAll(members.keySet()), "the profile has an attribute that there is none of");
        values(members);
        if (members.containsKey("email")) {
            email(members.getOrDefault("email", ""));
        }
        if (members.containsKey("phone_number")) {
            phoneNumber(members.getOrDefault("phone_number", ""));
        }
    }

    void metadata(Map<String, String> members) {
        require(members.size() <= MOST_MEMBERS, "the metadata have too many members");
        values(members);
    }

    /** What a passkey answered, as a page's script has sent it. */
    void answer(Map<String, Object> answer) {
        require(!answer.isEmpty(), "the passkey's answer is empty");
        require(JsonLimits.hold(answer), "the passkey's answer is no JSON, or too much of it");
    }

    private void values(Map<String, String> members) {
        require(
                members.entrySet().stream()
                        .allMatch(member -> member.getKey().length() <= LONGEST_NAME
                                && member.getValue().length() <= LONGEST_VALUE),
                "an attribute is too long");
    }

    private static boolean isVisible(String text, int longest) {
        return text.length() <= longest && VISIBLE.matcher(text).matches();
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new LoginException(invalid, otherwise);
        }
    }
}
