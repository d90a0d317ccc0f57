package io.github.auth0jakarta.tenant;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The second factors of users, what was sent to them, and the answers to push notifications. */
public final class SecondFactors {

    private static final int STEPS_EITHER_WAY = 1;

    private final Map<String, List<SecondFactor>> byUser = new HashMap<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private final Randomness randomness;
    private final InstantSource clock;

    /** A code or notification under way. */
    private static final class Sent {
        private final String sub;
        private final SecondFactor factor;
        private final String code;
        private @Nullable Boolean approved;

        Sent(String sub, SecondFactor factor, String code) {
            this.sub = sub;
            this.factor = factor;
            this.code = code;
        }
    }

    SecondFactors(Randomness randomness, InstantSource clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Gives a user an authenticator app, confirmed, and returns its secret in Base32, for {@link Totp}. */
    public synchronized String enrollApp(String sub) {
        SecondFactor app = add(sub, SecondFactor.Kind.OTP, "");
        app.confirmed = true;
        return app.detail;
    }

    /** Gives a user a telephone for text messages, confirmed. */
    public synchronized SecondFactors enrollPhone(String sub, String number) {
        add(sub, SecondFactor.Kind.SMS, number).confirmed = true;
        return this;
    }

    /** Gives a user an app for push notifications, confirmed. */
    public synchronized SecondFactors enrollPush(String sub) {
        add(sub, SecondFactor.Kind.PUSH, "").confirmed = true;
        return this;
    }

    /** Gives a user a recovery code and returns it. */
    public synchronized String enrollRecoveryCode(String sub) {
        SecondFactor code = add(sub, SecondFactor.Kind.RECOVERY_CODE, "");
        code.confirmed = true;
        return code.detail;
    }

    /** Returns the code that was last sent to a user by message, telephone or email. */
    public synchronized String lastCode(String sub) {
        return last(sub).code;
    }

    /** Has a user answer the last push notification. */
    public synchronized void answerPush(String sub, boolean approve) {
        last(sub).approved = approve;
    }

    private Sent last(String sub) {
        return sent.values().stream()
                .filter(entry -> entry.sub.equals(sub))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("nothing was sent to " + sub));
    }

    /** Takes all factors of a user away. */
    public synchronized void clear(String sub) {
        byUser.remove(sub);
        sent.values().removeIf(entry -> entry.sub.equals(sub));
    }

    synchronized SecondFactor add(String sub, SecondFactor.Kind kind, String address) {
        String detail = switch (kind) {
            case OTP -> Totp.encode(randomness.secret(20));
            case RECOVERY_CODE -> Totp.encode(randomness.secret(15));
            default -> address;
        };
        SecondFactor factor = new SecondFactor(kind.type + "|" + randomness.id(), kind, detail, clock.instant());
        byUser.computeIfAbsent(sub, user -> new ArrayList<>()).add(factor);
        return factor;
    }

    synchronized List<SecondFactor> confirmed(String sub) {
        return byUser.getOrDefault(sub, List.of()).stream()
                .filter(factor -> factor.confirmed)
                .toList();
    }

    synchronized List<Map<String, Object>> json(String sub) {
        return byUser.getOrDefault(sub, List.of()).stream()
                .map(SecondFactor::json)
                .toList();
    }

    synchronized boolean delete(String sub, String id) {
        return byUser.getOrDefault(sub, new ArrayList<>()).removeIf(factor -> factor.id.equals(id));
    }

    /** Sends a code or a notification and returns what names it. */
    synchronized String send(String sub, SecondFactor factor) {
        String oobCode = randomness.token();
        int number = new BigInteger(1, randomness.secret(4))
                        .mod(BigInteger.valueOf(900_000))
                        .intValue()
                + 100_000;
        sent.values().removeIf(entry -> entry.sub.equals(sub));
        sent.put(oobCode, new Sent(sub, factor, String.valueOf(number)));
        return oobCode;
    }

    /** Takes a one-time code of an app, each once. */
    synchronized boolean showOtp(String sub, String code) {
        Instant now = clock.instant();
        for (SecondFactor factor : byUser.getOrDefault(sub, List.of())) {
            long step = factor.kind == SecondFactor.Kind.OTP ? step(factor, code, Totp.step(now)) : -1;
            if (step > factor.lastStep) {
                factor.lastStep = step;
                factor.shown(now);
                return true;
            }
        }
        return false;
    }

    private static long step(SecondFactor factor, String code, long now) {
        byte[] key = Totp.decode(factor.detail);
        for (long step = now - STEPS_EITHER_WAY; step <= now + STEPS_EITHER_WAY; step++) {
            if (Totp.code(key, step).equals(code)) {
                return step;
            }
        }
        return -1;
    }

    /** Takes a recovery code and returns the next one, null for a wrong one. */
    synchronized @Nullable String showRecoveryCode(String sub, String code) {
        Predicate<SecondFactor> same =
                factor -> factor.kind == SecondFactor.Kind.RECOVERY_CODE && factor.detail.equals(code);
        return byUser.getOrDefault(sub, new ArrayList<>()).removeIf(same) ? enrollRecoveryCode(sub) : null;
    }

    /** How an answer to what was sent stands. */
    enum Answer {
        RIGHT,
        WRONG,
        PENDING
    }

    /** Returns the type of the factor that something was sent to. */
    synchronized String type(String oobCode) {
        Sent entry = sent.get(oobCode);
        return entry == null ? "oob" : entry.factor.kind.type;
    }

    /** Takes the code that was sent, or asks for the answer to a notification. */
    synchronized Answer showOob(String sub, String oobCode, @Nullable String bindingCode) {
        Sent entry = sent.get(oobCode);
        if (entry == null || !entry.sub.equals(sub)) {
            return Answer.WRONG;
        }
        if (entry.factor.kind == SecondFactor.Kind.PUSH) {
            Boolean approved = entry.approved;
            if (approved == null) {
                return Answer.PENDING;
            }
            return finish(oobCode, entry, approved);
        }
        return entry.code.equals(bindingCode) ? finish(oobCode, entry, true) : Answer.WRONG;
    }

    private Answer finish(String oobCode, Sent entry, boolean right) {
        sent.remove(oobCode);
        if (right) {
            entry.factor.shown(clock.instant());
        }
        return right ? Answer.RIGHT : Answer.WRONG;
    }
}
