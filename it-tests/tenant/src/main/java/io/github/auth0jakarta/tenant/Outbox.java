package io.github.auth0jakarta.tenant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tenant would have sent by mail, text message or telephone: a test is the recipient. */
public final class Outbox {

    private static final int CAPACITY = 1000;

    private final List<Message> messages = new ArrayList<>();

    Outbox() {}

    /** What a message is for. */
    public enum Kind {
        /** A code to type in. */
        CODE,
        /** A link to follow that logs in. */
        LINK,
        /** A link to follow to a form for a new password. */
        NEW_PASSWORD
    }

    /**
     * A message.
     *
     * @param to the mail address or telephone number
     * @param kind what it is for
     * @param content the code or the address of the link, and nothing else
     * @param language that was asked for ({@code x-request-language}), null for none
     */
    public record Message(
            String to, Kind kind, String content, @Nullable String language) {

        /** Says nothing of the content. */
        @Override
        public String toString() {
            return "Message[" + kind + "]";
        }
    }

    synchronized void send(Message message) {
        if (messages.size() == CAPACITY) {
            messages.remove(0);
        }
        messages.add(message);
    }

    /** Returns everything that was sent to somebody, oldest first. */
    public synchronized List<Message> to(String address) {
        return messages.stream().filter(message -> message.to().equals(address)).toList();
    }

    /** Returns what was sent to somebody last. */
    public Message last(String address) {
        List<Message> all = to(address);
        if (all.isEmpty()) {
            throw new IllegalStateException("nothing was sent there");
        }
        return all.get(all.size() - 1);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        messages.clear();
    }
}
