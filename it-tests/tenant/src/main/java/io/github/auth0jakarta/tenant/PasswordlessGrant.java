package io.github.auth0jakarta.tenant;

import java.util.Map;

/** {@code passwordless/otp}: the tokens for a code that was sent, by mail or message, or for a challenge. */
final class PasswordlessGrant implements Grant {

    private final PasswordlessCodes codes;
    private final Accounts accounts;
    private final DirectTokens tokens;

    PasswordlessGrant(PasswordlessCodes codes, Accounts accounts, DirectTokens tokens) {
        this.codes = codes;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "http://auth0.com/oauth/grant-type/passwordless/otp";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Parameters form = request.form();
        DirectTokens.Wanted wanted = tokens.wanted(form);
        User user = form.contains("auth_session") ? challenged(request) : addressed(request);
        return tokens.issue(request, user, wanted);
    }

    private User addressed(TokenRequest request) {
        Parameters form = request.form();
        Accounts.Address address = address(form.require("realm"), form.require("username"));
        codes.redeemCode(request.client(), address, form.require("otp"));
        return accounts.passwordless(address);
    }

    private static Accounts.Address address(String realm, String username) {
        return switch (realm) {
            case Accounts.EMAIL -> Accounts.Address.mail(username);
            case Accounts.SMS -> Accounts.Address.phone(username);
            default -> throw JsonMembers.malformed("realm is neither email nor sms");
        };
    }

    private User challenged(TokenRequest request) {
        Parameters form = request.form();
        if (form.contains("realm") || form.contains("username")) {
            throw JsonMembers.malformed("an auth_session says who it is");
        }
        PasswordlessCodes.Challenge challenge =
                codes.redeemChallenge(request.client(), form.require("auth_session"), form.require("otp"));
        if (challenge.signUp()) {
            accounts.register(accounts.draft(challenge.address()).build(), challenge.address());
        }
        User user = accounts.database(challenge.address());
        if (user == null) {
            throw OneTimeCodes.wrong();
        }
        return user;
    }
}
